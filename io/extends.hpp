#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/document.hpp"
#include "io/problem.hpp"
#include "io/sources.hpp"

namespace ficap::io {

/// Gives the text of a scenario by its name, or nothing when it cannot be read. What a name means
/// (a path, a key of a store) is the giver's affair; names are joined with "/".
using Load = std::function<std::optional<std::string>(const std::string& name)>;

/// What a scenario says once its bases and the settings of the command line are in.
struct Resolved {
  Sources sources;
  std::optional<Node>
      root;  ///< nothing when a text could not be read; has no "extends", no "$schema"
  Problems problems;
};

/// Reads a scenario, lays it as a JSON Merge Patch (RFC 7386) over the one it `extends`, and so on
/// down the chain, then applies `--set` arguments in order. Each value keeps the place where it was
/// written last; an object that a patch only changes keeps its own.
///
/// Under "from_start" stands itself a patch, for later: there `null` is kept, so that an option can
/// take away what its base has.
///
/// @param name what diagnostics call the text; "extends" is relative to its folder
/// @param sets texts "/json/pointer=VALUE" (RFC 6901); VALUE is JSON, or else a string; `null`
/// takes
///             the member away. Objects on the way are made; "-" appends to a list.
[[nodiscard]] Resolved resolve(std::string name,
                               std::string text,
                               const Load& load,
                               const std::vector<std::string>& sets);

/// Lays `patch` over `base` (RFC 7386).
///
/// @param keep_null whether `null` stays instead of taking the key away
void merge(Node& base, Node patch, bool keep_null = false);

/// @returns `name` as seen from the folder of the text `from`: "options/a.json" and "../b.json"
///          give "b.json"
[[nodiscard]] std::string name_relative_to(std::string_view from, std::string_view name);

}  // namespace ficap::io
