#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace ficap::test {

/// What a layer has promised beside its includes.
enum class Promise {
  pure,        ///< no files, clocks, environment or threads: a function of its arguments
  exact,       ///< the same bits everywhere: no libm but sqrt, floor, fabs; no hashing, no reduce
  portable,    ///< compiles with em++ 3.1.6
  pathless,    ///< takes and gives text or bytes, never a path
  any_domain,  ///< knows no word of policing
  namespaced,  ///< every file is in the namespace of its folder, and the one macro is FICAP_EXPECTS
};

/// One row of the table in docs/architecture.md.
struct Layer {
  std::string name;                      ///< folder, namespace and target
  std::vector<std::string> may_include;  ///< prefixes, beside itself and the standard library
  std::set<Promise> promises;
};

/// The table of docs/architecture.md, in the form that fails the build.
[[nodiscard]] const std::vector<Layer>& layers();

/// @pre there is a layer of that name
[[nodiscard]] const Layer& layer_named(std::string_view name);

/// One line that breaks a rule.
struct Violation {
  int line{};
  std::string what;
  friend bool operator==(const Violation&, const Violation&) = default;
};

/// @param file its path within the layer, which settles its namespace and the exceptions (main.cpp)
/// @param text the whole source
/// @param own_functions names of mathematical functions the project defines itself; inside
///        the layer that defines them they may be called without a namespace
/// @returns every violation, in the order of the rules and then of the lines
[[nodiscard]] std::vector<Violation> violations(const Layer& layer,
                                                std::string_view file,
                                                std::string_view text,
                                                const std::set<std::string>& own_functions = {});

/// @returns the names of the functions of libm that `header` declares, as sim/elementary.hpp does
[[nodiscard]] std::set<std::string> functions_declared_in(std::string_view header);

}  // namespace ficap::test
