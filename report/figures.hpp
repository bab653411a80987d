#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/names.hpp"
#include "report/text_table.hpp"
#include "study/results.hpp"

namespace ficap::report {

/// What a share is divided by to be told in per cent.
inline constexpr double per_cent = 0.01;

/// Where a figure belongs: one id of a dimension. No place at all: the total.
struct Place {
  models::Dimension dimension{};
  std::size_t id{};
};

/// A run's figures as cells of a table: found by the name of their measure and their place.
class Figures {
 public:
  /// The cells of a place's row, after its label.
  using Row = std::function<std::vector<std::string>(std::optional<Place>)>;

  Figures(const study::Results& results, const Names& names, double years)
      : results_{results}, names_{names}, years_{years} {}

  [[nodiscard]] double years() const noexcept { return years_; }
  [[nodiscard]] const study::Results& results() const noexcept { return results_; }
  [[nodiscard]] const Names& names() const noexcept { return names_; }

  [[nodiscard]] std::optional<Place> place_of(models::Dimension dimension,
                                              std::string_view id) const;
  /// @returns the estimate; an empty one where the measure is not cut by the dimension
  [[nodiscard]] study::Estimate at(std::string_view measure, std::optional<Place> place = {}) const;
  [[nodiscard]] double mean(std::string_view measure, std::optional<Place> place = {}) const;
  /// A count or sum by the year, with its interval.
  [[nodiscard]] std::string a_year(std::string_view measure, std::optional<Place> place = {}) const;
  [[nodiscard]] study::Estimate amount_a_year(std::string_view measure,
                                              std::optional<Place> place = {}) const;
  [[nodiscard]] std::string money_a_year(std::string_view measure,
                                         std::optional<Place> place = {}) const;

  /// How much a place has of what a table is about; 0: nothing to be told.
  using Weight = std::function<double(const Place&)>;

  /// Adds a row for each id of each dimension that has any of `counted_by`; of more than fit a
  /// screen, those that have most, and a line that says where the others are.
  void add_rows(TextTable& table,
                const std::vector<models::Dimension>& dimensions,
                const Weight& counted_by,
                const Row& cells) const;
  void add_rows(TextTable& table,
                const std::vector<models::Dimension>& dimensions,
                const char* counted_by,
                const Row& cells) const {
    const Weight weight = [&](const Place& at) { return mean(counted_by, at); };
    add_rows(table, dimensions, weight, cells);
  }

 private:
  [[nodiscard]] static std::vector<Place> largest(std::vector<Place> places,
                                                  const Weight& counted_by);

  const study::Results& results_;
  const Names& names_;
  double years_;
};

/// Adds a row with its label.
void add_row(TextTable& table, std::string label, std::vector<std::string> cells);

}  // namespace ficap::report
