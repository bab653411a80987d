#pragma once

#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "io/read_scenario.hpp"
#include "models/scenario.hpp"

namespace ficap::bench {

/// @returns the text of a file; nothing where it cannot be read
[[nodiscard]] inline std::optional<std::string> text_of(const std::string& name) {
  std::ifstream file{name, std::ios::binary};
  if (!file) return std::nullopt;
  return std::string{std::istreambuf_iterator<char>{file}, {}};
}

/// @returns the scenario of a file; nothing where there is none, having said why
[[nodiscard]] inline std::optional<models::Scenario> scenario_of_file(const std::string& name) {
  const auto text = text_of(name);
  if (!text) {
    std::cerr << "cannot read " << name << '\n';
    return std::nullopt;
  }
  auto reading = io::read_scenario(name, *text, text_of, {});
  if (!reading.scenario) std::cerr << name << " is not a valid scenario; see `ficap validate`\n";
  return std::move(reading.scenario);
}

}  // namespace ficap::bench
