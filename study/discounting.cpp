#include "study/discounting.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "sim/expects.hpp"

namespace ficap::study {

std::string financial_year(int begins) {
  const int end = (begins + 1) % 100;
  return std::to_string(begins) + (end < 10 ? "-0" : "-") + std::to_string(end);
}

std::optional<int> financial_year_in(std::string_view text) {
  constexpr std::size_t digits_of_a_year = 4;
  int begins = 0;
  const char* const end = text.data() + std::min(text.size(), digits_of_a_year);
  if (const auto read = std::from_chars(text.data(), end, begins); read.ptr != end) return {};
  if (begins < 1000 || financial_year(begins) != text) return {};
  return begins;
}

std::vector<double> prices_since(int base, int first, std::size_t years, double inflation) {
  std::vector<double> prices;
  prices.reserve(years);
  double price = 1.0;  // by products: a power differs in its last bits from machine to machine
  for (int year = base; year < first; ++year)
    price *= 1.0 + inflation;
  for (int year = first; year < base; ++year)
    price /= 1.0 + inflation;
  for (std::size_t year = 0; year < years; ++year) {
    prices.push_back(price);
    price *= 1.0 + inflation;
  }
  return prices;
}

std::vector<double> discount_factors(double rate, std::size_t years, Discounting discounting) {
  FICAP_EXPECTS(rate >= 0.0);
  std::vector<double> factors;
  factors.reserve(years);
  double divisor = discounting == Discounting::middle_of_year ? std::sqrt(1.0 + rate) : 1.0;
  for (std::size_t year = 0; year < years; ++year) {
    factors.push_back(1.0 / divisor);
    divisor *= 1.0 + rate;
  }
  return factors;
}

double present_value(std::span<const double> flows, std::span<const double> factors) {
  FICAP_EXPECTS(flows.size() == factors.size());
  double sum = 0.0;
  for (std::size_t year = 0; year < flows.size(); ++year)
    sum += flows[year] * factors[year];
  return sum;
}

std::optional<std::size_t> payback_year(std::span<const double> net) {
  std::optional<std::size_t> paid_back;

  double sum = 0.0;
  for (std::size_t year = 0; year < net.size(); ++year) {
    sum += net[year];
    if (sum < 0.0) {
      paid_back.reset();
    } else if (!paid_back) {
      paid_back = year + 1;
    }
  }
  return paid_back;
}

}  // namespace ficap::study
