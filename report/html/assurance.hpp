#pragma once

#include <string>
#include <vector>

#include "report/html/page.hpp"
#include "study/self_test.hpp"

namespace ficap::report::html {

/// How the figures were made, and what this program's test of itself says here.
[[nodiscard]] std::vector<Block> method_and_self_test(const study::SelfTest& test);

/// The four roles of the AQuA Book and a block to be signed by hand.
[[nodiscard]] Section roles_and_sign_off();

/// What a run says of itself to the STRESS-DES checklist.
struct Stress {
  std::string purpose;         ///< of the scenario, in its own words; may be empty
  std::string experiment;      ///< what was simulated, or compared
  std::string initialisation;  ///< what the runs start from
  std::string length;          ///< of the period, and of the run-on
  std::string estimation;      ///< futures, seed, intervals
  std::string data;            ///< sources and grades
  std::string version;
};
/// The checklist, filled in.
///
/// Source: Monks and others, Journal of Simulation 13 (2019).
[[nodiscard]] Section stress_des(const Stress& stress);

/// How to cite the page, in the words of `ficap cite`, the digest of everything it was made of, and
/// how to see that its figures can be computed again.
[[nodiscard]] Section how_to_cite(const Citation& cited);

/// Adds what every page says of itself: the method and the self-test, roles, STRESS-DES, how to
/// cite.
void add_assurance(Page& page, const study::SelfTest& test, Section stress);

}  // namespace ficap::report::html
