#include "report/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "sim/expects.hpp"

namespace ficap::report {

namespace {

constexpr std::array<std::int64_t, 7> powers_of_ten{1, 10, 100, 1'000, 10'000, 100'000, 1'000'000};

bool is_zero(std::string_view shown) {
  return shown.find_first_not_of("0.") == std::string_view::npos;
}

std::int64_t rounded(double x) {
  return static_cast<std::int64_t>(std::floor(x + 0.5));
}

// What is larger is beyond use, and beyond what six decimals leave of 64 bits.
constexpr double most_shown = 9e12;

}  // namespace

std::string with_commas(std::int64_t whole) {
  const std::string digits = std::to_string(whole);
  const std::size_t first_digit = whole < 0 ? 1 : 0;
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > first_digit && (digits.size() - i) % 3 == 0) text += ',';
    text += digits[i];
  }
  return text;
}

std::string decimal(double x, int decimals) {
  FICAP_EXPECTS(decimals >= 0 && decimals <= 6);
  if (!(std::fabs(x) < most_shown)) return x < 0.0 ? "less than -9 trillion" : "over 9 trillion";
  const std::int64_t unit = powers_of_ten.at(static_cast<std::size_t>(decimals));
  const auto rounded =
      static_cast<std::int64_t>(std::floor(std::fabs(x) * static_cast<double>(unit) + 0.5));
  std::string text = x < 0.0 && rounded != 0 ? "-" : "";
  text += with_commas(rounded / unit);
  if (decimals == 0) return text;
  std::string fraction = std::to_string(rounded % unit);
  fraction.insert(0, static_cast<std::size_t>(decimals) - fraction.size(), '0');
  return text + "." + fraction;
}

int decimals_for(double half_width, int most) {
  int decimals = 0;
  double shown = half_width;
  while (decimals < most && shown < 0.95) {
    shown *= 10.0;
    ++decimals;
  }
  return decimals;
}

std::string with_interval(const study::Estimate& estimate, double scale, int most_decimals) {
  if (!estimate.mean) return std::string{no_number};
  const double mean = *estimate.mean / scale;
  if (!estimate.half_width) return decimal(mean, most_decimals);
  const double half_width = *estimate.half_width / scale;
  const int decimals = decimals_for(half_width, most_decimals);
  const std::string shown = decimal(half_width, decimals);
  return decimal(mean, decimals) + (is_zero(shown) ? "" : " ± " + shown);
}

std::string change_with_interval(double change,
                                 const std::optional<double>& half_width,
                                 int decimals,
                                 bool leaves_out_0) {
  constexpr int most_decimals = 4;
  while (half_width && leaves_out_0 && decimals < most_decimals &&
         decimal(std::fabs(change), decimals) == decimal(*half_width, decimals)) {
    ++decimals;
  }
  std::string text = decimal(change, decimals);
  if (!is_zero(text) && !text.starts_with('-')) text.insert(0, "+");
  const std::string shown = half_width ? decimal(*half_width, decimals) : std::string{};
  return is_zero(shown) ? text : text + " ± " + shown;
}

std::vector<std::string> in_parts(const study::Estimate& whole,
                                  const std::vector<double>& parts,
                                  double scale,
                                  int most_decimals) {
  std::vector<std::string> texts(parts.size(), std::string{no_number});
  if (!whole.mean) return texts;
  const int decimals =
      whole.half_width ? decimals_for(*whole.half_width / scale, most_decimals) : most_decimals;
  const auto unit = static_cast<double>(powers_of_ten.at(static_cast<std::size_t>(decimals)));
  const auto shown = apportion(rounded(*whole.mean / scale * unit), parts);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool hidden = shown[i] == 0 && parts[i] > 0.0;
    const double part = hidden ? 1.0 : static_cast<double>(shown[i]);
    texts[i] = (hidden ? "<" : "") + decimal(part / unit, shown[i] == 0 && !hidden ? 0 : decimals);
  }
  return texts;
}

MoneyUnit money_unit(double amount) {
  // What would be printed as 1,000 of the unit below is 1.0 of this one.
  for (const MoneyUnit unit : {MoneyUnit{1e9, "bn"}, MoneyUnit{1e6, "m"}, MoneyUnit{1e3, "k"}}) {
    if (std::fabs(amount) >= 0.9995 * unit.worth) return unit;
  }
  return {1.0, ""};
}

std::string joined(const std::vector<std::string>& items) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) text += i + 1 < items.size() ? ", " : items.size() > 2 ? ", and " : " and ";
    text += items[i];
  }
  return text;
}

std::string pounds(double amount) {
  const MoneyUnit unit = money_unit(amount);
  const double shown = std::fabs(amount) / unit.worth;
  const std::string sign = amount < 0.0 ? "-£" : "£";
  return sign + decimal(shown, unit.worth > 1.0 && shown < 99.95 ? 1 : 0) +
         std::string{unit.suffix};
}

std::string pounds_with_interval(const study::Estimate& estimate) {
  if (!estimate.mean) return std::string{no_number};
  if (!estimate.half_width) return pounds(*estimate.mean);
  const MoneyUnit unit = money_unit(*estimate.mean);
  const double half_width = *estimate.half_width / unit.worth;
  const int decimals = decimals_for(half_width, unit.worth > 1.0 ? 2 : 0);
  const std::string suffix{unit.suffix};
  const std::string shown = decimal(half_width, decimals);
  if (is_zero(shown)) return pounds(*estimate.mean);
  const std::string sign = *estimate.mean < 0.0 ? "-£" : "£";
  return sign + decimal(std::fabs(*estimate.mean) / unit.worth, decimals) + suffix + " ± " + shown +
         suffix;
}

std::vector<std::string> pounds_in_parts(const study::Estimate& total,
                                         const std::vector<study::Estimate>& parts) {
  const MoneyUnit unit = money_unit(total.mean.value_or(0.0));
  const std::string suffix{unit.suffix};
  const int decimals = unit.worth > 1.0 ? 1 : 0;
  const double smallest =
      unit.worth / static_cast<double>(powers_of_ten.at(static_cast<std::size_t>(decimals)));
  std::vector<double> amounts;
  amounts.reserve(parts.size());
  for (const study::Estimate& part : parts)
    amounts.push_back(part.mean.value_or(0.0));
  const auto text = [&](std::int64_t shown, const study::Estimate& estimate) {
    const bool hidden = shown == 0 && estimate.mean.value_or(0.0) > 0.0;
    if (shown == 0 && !hidden) return std::string{"£0"};
    const double amount = static_cast<double>(hidden ? 1 : shown) * smallest / unit.worth;
    std::string cell = (hidden ? "<£" : "£") + decimal(amount, decimals) + suffix;
    const std::string half_width =
        decimal(estimate.half_width.value_or(0.0) / unit.worth, decimals);
    if (!is_zero(half_width)) cell += " ± " + half_width + suffix;
    return cell;
  };
  const std::int64_t whole = rounded(total.mean.value_or(0.0) / smallest);
  const auto shown = apportion(whole, amounts);
  std::vector<std::string> texts;
  texts.reserve(parts.size() + 1);
  for (std::size_t i = 0; i < parts.size(); ++i)
    texts.push_back(text(shown[i], parts[i]));
  texts.push_back(text(whole, total));
  return texts;
}

std::string capitalised(std::string words) {
  if (!words.empty() && words.front() >= 'a' && words.front() <= 'z')
    words.front() = static_cast<char>(words.front() - 'a' + 'A');
  return words;
}

std::string in_words(sim::Date date) {
  constexpr std::array<std::string_view, 12> months{"January",
                                                    "February",
                                                    "March",
                                                    "April",
                                                    "May",
                                                    "June",
                                                    "July",
                                                    "August",
                                                    "September",
                                                    "October",
                                                    "November",
                                                    "December"};
  FICAP_EXPECTS(sim::is_valid(date));
  return std::to_string(date.day) + " " + std::string{months.at(date.month - 1)} + " " +
         std::to_string(date.year);
}

std::string counted(std::int64_t count, std::string_view one, std::string_view many) {
  return with_commas(count) + " " + std::string{count == 1 ? one : many};
}

std::vector<std::int64_t> apportion(std::int64_t whole, const std::vector<double>& parts) {
  std::vector<std::int64_t> result(parts.size(), 0);
  const double total = std::accumulate(parts.begin(), parts.end(), 0.0);
  if (!(total > 0.0)) return result;
  std::vector<double> remainders(parts.size());
  std::int64_t left = whole;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    FICAP_EXPECTS(parts[i] >= 0.0);
    const double exact = static_cast<double>(whole) * parts[i] / total;
    result[i] = static_cast<std::int64_t>(std::floor(exact));
    remainders[i] = exact - std::floor(exact);
    left -= result[i];
  }
  std::vector<std::size_t> order(parts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return remainders[a] > remainders[b];
  });
  for (std::size_t i = 0; left > 0; ++i, --left)
    ++result[order[i % order.size()]];
  return result;
}

std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;  // not a continuation byte
  }));
}

std::string wrapped(std::string_view text, std::size_t width) {
  std::string result;
  std::size_t column = 0;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    if (column > 0 && column + 1 + width_of(word) > width) {
      result += "\n";
      column = 0;
    }
    if (column > 0) {
      result += " ";
      ++column;
    }
    result += word;
    column += width_of(word);
  }
  return result + "\n";
}

}  // namespace ficap::report
