#include <algorithm>
#include <cmath>

#include "report/words.hpp"
#include "report/workbook/sheets.hpp"

namespace ficap::report::workbook {

namespace {

constexpr std::uint16_t last_column = 12;
constexpr Columns whole{.first = 0, .last = last_column};

using study::View;

class SummaryCharts {
 public:
  SummaryCharts(Sheet& sheet,
                std::uint32_t row,
                const Case& the_case,
                const OptionsCells& options,
                const std::vector<Series>& net_values,
                const Formula& value_of_recovery)
      : sheet_{sheet},
        row_{row},
        case_{the_case},
        options_{options},
        net_values_{net_values},
        value_of_recovery_{value_of_recovery} {}

  void write() {
    const Formula title = sheet_.across(row_, whole, best(), Look::headline);
    const Formula costs_title = sheet_.across(
        row_ + 1,
        whole,
        said_together(
            {Formula::words("More cost a year than business as usual, all organisations; most in "
                            "one year: "),
             said_pounds(most_in_a_year(&OptionCells::more_cost))}),
        Look::headline);
    const Formula receipts_title = sheet_.across(
        row_ + 2,
        whole,
        said_together({Formula::words("More receipts a year, of the force that pays; most in "
                                      "one year: "),
                       said_pounds(most_in_a_year(&OptionCells::more_force_receipts))}),
        Look::headline);
    const Formula views_title =
        sheet_.across(row_ + 3,
                      whole,
                      "Net present value in three views: who gains need not be who pays",
                      Look::headline);
    row_ += 5;
    const double height = chart_height();
    const auto below = static_cast<std::uint32_t>(std::ceil(height * usual_chart_rows)) + 2;
    sheet_.chart(row_,
                 0,
                 {.title = title,
                  .across = "Option",
                  .up = "Net present social value, £",
                  .alt_text = alt_text(
                      "Columns: net present social value of each option against "
                      "business as usual. As run: ",
                      [&](std::size_t i) {
                        return pounds(case_.appraisal().options.at(i).of(View::society).net.value);
                      }),
                  .series = {net_values_.front()},
                  .lies_down = true,
                  .height = height});
    by_year(row_,
            6,
            costs_title,
            "More cost, £",
            &OptionCells::more_cost,
            "additional costs of all organisations");
    by_year(row_ + below,
            0,
            receipts_title,
            "More receipts, £",
            &OptionCells::more_force_receipts,
            "additional receipts of the organisation that pays");
    sheet_.chart(row_ + below,
                 6,
                 {.title = views_title,
                  .across = "Option",
                  .up = "Net present value, £",
                  .alt_text = alt_text("Columns: net present value of each option for society, the "
                                       "public purse and the force that pays. As run: ",
                                       [&](std::size_t i) {
                                         std::string text;
                                         for (const study::ViewOfOption& view :
                                              case_.appraisal().options.at(i).by_view)
                                           text +=
                                               (text.empty() ? "" : ", ") + pounds(view.net.value);
                                         return text;
                                       }),
                  .series = net_values_,
                  .lies_down = true,
                  .height = height});
  }

 private:
  [[nodiscard]] const std::vector<Formula>& names() const { return net_values_.front().categories; }
  /// In society's view.
  [[nodiscard]] const std::vector<Formula>& nets() const { return net_values_.front().values; }

  // The option with the highest value in society's view, found by the workbook itself.
  [[nodiscard]] Formula best() const {
    const auto most =
        std::max_element(nets().begin(), nets().end(), [](const Formula& a, const Formula& b) {
          return a.number() < b.number();
        });
    const Formula highest = greatest(nets());
    Formula found = names().front();
    if (nets().size() > 1) {
      // Both columns begin in the same row, so a place in one is a place in the other.
      found = {"INDEX(" + range_text(names()) + ",MATCH(" + highest.text() + "," +
                   range_text(nets()) + ",0))",
               names()[static_cast<std::size_t>(most - nets().begin())].value()};
    }
    return either(value_of_recovery_ > 0.0,
                  said_together({found,
                                 Formula::words(" has the highest mean net present social value: "),
                                 said_pounds(highest)}),
                  Formula::words("No social value of what is recovered is assumed: to society "
                                 "each option is what it costs"));
  }

  // Each option takes its place in a chart, or in its key.
  [[nodiscard]] double chart_height() const {
    return std::min(1.75, 1.1 + (0.1 * static_cast<double>(case_.options())));
  }

  void by_year(std::uint32_t row,
               std::uint16_t column,
               const Formula& title,
               const std::string& up,
               ByYear OptionCells::*member,
               const std::string& what) {
    std::vector<Series> series;
    for (const OptionCells& option : options_.options)
      series.push_back(
          {.name = option.scenario.name, .categories = options_.years, .values = option.*member});
    sheet_.chart(
        row,
        column,
        {.title = title,
         .across = "Financial year",
         .up = up,
         .alt_text = alt_text(
             "Columns by financial year, one colour for each option: " + what +
                 ". Sum over the years, as run: ",
             [&](std::size_t i) { return pounds(sum(options_.options[i].*member).number()); }),
         .series = std::move(series),
         .lies_down = false,
         .height = chart_height()});
  }

  [[nodiscard]] Formula most_in_a_year(ByYear OptionCells::*member) const {
    std::vector<Formula> most;
    for (const OptionCells& option : options_.options)
      most.push_back(greatest(option.*member));
    return greatest(most);
  }

  template <class Value>
  [[nodiscard]] std::string alt_text(std::string text, Value&& value) const {
    for (std::size_t i = 0; i < options_.options.size(); ++i)
      text += (i == 0 ? "" : "; ") + case_.name(i + 1) + " " + value(i);
    return text + ".";
  }

  static std::string range_text(const std::vector<Formula>& cells) {
    const std::string all = sum(cells).text();  // "SUM(range)"
    return all.substr(4, all.size() - 5);
  }

  Sheet& sheet_;
  std::uint32_t row_;
  const Case& case_;
  const OptionsCells& options_;
  const std::vector<Series>& net_values_;
  const Formula& value_of_recovery_;
};

}  // namespace

void write_summary_charts(Sheet& sheet,
                          std::uint32_t row,
                          const Case& the_case,
                          const OptionsCells& options,
                          const std::vector<Series>& net_values,
                          const Formula& value_of_recovery) {
  SummaryCharts{sheet, row, the_case, options, net_values, value_of_recovery}.write();
}

}  // namespace ficap::report::workbook
