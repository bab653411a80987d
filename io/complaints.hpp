#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "io/document.hpp"
#include "io/problem.hpp"

namespace ficap::io {

/// @returns the pointer of a member of what `pointer` names
[[nodiscard]] std::string child(const std::string& pointer, std::string_view key);

/// @returns a question that offers the nearest of the known words, empty when none is near
[[nodiscard]] std::string did_you_mean(std::string_view word,
                                       const std::vector<std::string>& known);

/// Collects what is wrong with a tree, in the words that all readers share.
class Complaints {
 public:
  [[nodiscard]] std::size_t count() const noexcept { return problems_.size(); }
  [[nodiscard]] Problems take() { return std::move(problems_); }

  void report(std::string pointer,
              std::string found,
              std::string expected,
              std::string help,
              const Place& at,
              models::Diagnostic::Severity severity = models::Diagnostic::Severity::error);

  /// A value is not what may stand there.
  void unexpected(const Node& node,
                  const std::string& pointer,
                  std::string expected,
                  std::string help = {});

  /// A required member is not there; points to its parent, or to the `null` that took it away.
  void missing(const Node& parent,
               const std::string& pointer,
               std::string_view key,
               std::string expected,
               std::string help);

  /// Reports each key that is not among the known ones.
  /// @param known in the order in which a reader of the message should see them
  void unknown_keys(const Object& object,
                    const std::string& pointer,
                    const std::vector<std::string>& known);

  /// @param names  keys of which exactly one is to be there
  /// @param beside keys that may be there as well
  /// @returns the one member whose key is among `names`; nullptr, with a problem, when there is
  ///          none or more than one, or when an unknown key is there
  [[nodiscard]] const Member* only_one(const Node& node,
                                       const std::string& pointer,
                                       const std::vector<std::string>& names,
                                       const std::vector<std::string>& beside,
                                       const std::string& expected);

 private:
  Problems problems_;
};

}  // namespace ficap::io
