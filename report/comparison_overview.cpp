#include "report/comparison_overview.hpp"

#include <algorithm>

#include "report/text_table.hpp"
#include "report/words.hpp"

namespace ficap::report {

namespace {

using models::Better;

constexpr std::size_t line_width = 100;
constexpr std::size_t widest_heading = 12;
constexpr std::size_t widest_figures = 70;  // leaves what titles need

std::string_view sign_of(Judgement judgement) noexcept {
  switch (judgement) {
    case Judgement::better:
      return "+";
    case Judgement::worse:
      return "–";
    case Judgement::changed:
      return "*";
    case Judgement::cannot_tell:
      return "?";
    case Judgement::same:
      return "=";
    case Judgement::undefined:
      break;
  }
  return " ";
}

struct Column {
  const ComparedMeasure* measured{};
  std::vector<std::string> cells;  // the heading first

  [[nodiscard]] std::size_t width() const {
    std::size_t widest = 0;
    for (const std::string& cell : cells) {
      std::size_t from = 0;
      while (from <= cell.size()) {
        const std::size_t end = std::min(cell.find('\n', from), cell.size());
        widest = std::max(widest, width_of(cell.substr(from, end - from)));
        from = end + 1;
      }
    }
    return widest;
  }
};

Column column_of(const ComparedMeasure& measured) {
  std::string heading = wrapped(measured.heading(), widest_heading);
  heading.pop_back();  // wrapped() ends its last line, too
  Column column{.measured = &measured, .cells = {heading}};
  for (std::size_t i = 0; i < measured.size(); ++i) {
    const auto& change = measured.at(i).change;
    const Judgement kind =
        change ? judgement(change->difference.verdict, measured.better()) : Judgement::undefined;
    column.cells.push_back(measured.value_of(i) + " " + std::string{sign_of(kind)});
  }
  return column;
}

std::vector<Column> columns_of(const std::vector<ComparedMeasure>& measures) {
  const bool any_ranked =
      std::any_of(measures.begin(), measures.end(), [](const ComparedMeasure& measured) {
        return measured.better() != Better::neither;
      });
  std::vector<Column> columns;
  std::size_t width = 0;
  for (const ComparedMeasure& measured : measures) {
    if (any_ranked && measured.better() == Better::neither) continue;
    Column column = column_of(measured);
    width += 2 + column.width();
    if (width > widest_figures && !columns.empty()) break;
    columns.push_back(std::move(column));
  }
  return columns;
}

bool any_cell_ends_in(const std::vector<Column>& columns, std::string_view sign) {
  return std::any_of(columns.begin(), columns.end(), [sign](const Column& column) {
    return std::any_of(column.cells.begin() + 1, column.cells.end(), [sign](const auto& cell) {
      return cell.ends_with(std::string{" "} + std::string{sign});
    });
  });
}

// Of the signs that occur.
std::string legend(const std::vector<Column>& columns) {
  std::vector<std::string> meanings;
  const auto explain = [&](Judgement kind, const char* meaning) {
    if (any_cell_ends_in(columns, sign_of(kind))) {
      meanings.push_back(std::string{sign_of(kind)} + " " + meaning);
    }
  };
  explain(Judgement::better, "better than the base");
  explain(Judgement::worse, "worse");
  explain(Judgement::changed, "otherwise");
  explain(Judgement::cannot_tell, "cannot be told apart from it");
  explain(Judgement::same, "exactly the same");
  std::string text;
  for (const std::string& meaning : meanings)
    text += (text.empty() ? "" : "; ") + meaning;
  return text.empty() ? "" : wrapped(text + ".", line_width);
}

std::string leaders_sentence(const ComparedMeasure& measured,
                             const std::vector<std::string>& titles) {
  const Leaders leaders = leaders_of(measured);
  if (leaders.scenarios.empty() || leaders.running < 2) return "";
  const std::string extreme = measured.better() == Better::lower ? "lowest" : "highest";
  const std::string name = heading_of(measured.name(), "") + ": ";
  std::vector<std::string> names;
  for (const std::size_t scenario : leaders.scenarios)
    names.push_back(titles.at(scenario));
  if (names.size() == leaders.running) {
    return leaders.known && leaders.risk == 0.0 ? ""
                                                : name + "any of them could be " + extreme + ".";
  }
  if (names.size() == 1 || leaders.risk == 0.0) {
    return name + extreme + " with " + joined(names) + ".";
  }
  return name + "could be " + extreme + " with " + joined(names) +
         " (the wrong one of them costs at most " + measured.amount_of(leaders.risk) + ").";
}

}  // namespace

Leaders leaders_of(const ComparedMeasure& measured) {
  Leaders leaders;
  if (measured.better() == Better::neither) return leaders;
  for (std::size_t i = 0; i < measured.size(); ++i) {
    const auto& lead = measured.at(i).lead;
    if (!lead) continue;
    if (measured.at(i).value) ++leaders.running;
    leaders.known = leaders.known || lead->at_least;
    if (!lead->may_be_best) continue;
    leaders.scenarios.push_back(i);
    if (lead->at_least) leaders.risk = std::max(leaders.risk, -*lead->at_least);
  }
  return leaders;
}

std::string comparison_overview(const std::vector<ComparedMeasure>& measures,
                                const std::vector<std::string>& titles) {
  const std::vector<Column> columns = columns_of(measures);
  std::vector<std::string> headings{""};
  for (const Column& column : columns)
    headings.push_back(column.cells.front());
  TextTable table{headings, line_width};
  for (std::size_t scenario = 0; scenario < titles.size(); ++scenario) {
    std::vector<std::string> row{titles[scenario]};
    for (const Column& column : columns)
      row.push_back(column.cells.at(1 + scenario));
    table.add_row(std::move(row));
  }
  std::string text = table.text() + legend(columns);
  std::string left_out;
  for (const ComparedMeasure& measured : measures) {
    const bool shown = std::any_of(columns.begin(), columns.end(), [&](const Column& column) {
      return column.measured == &measured;
    });
    if (!shown) left_out += (left_out.empty() ? "" : "; ") + measured.name();
  }
  if (!left_out.empty()) text += wrapped("Not in this table: " + left_out + ".", line_width);
  for (const Column& column : columns) {
    const std::string sentence = leaders_sentence(*column.measured, titles);
    if (!sentence.empty()) text += wrapped(sentence, line_width);
  }
  return text;
}

}  // namespace ficap::report
