#include "io/complaints.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "io/nearest.hpp"
#include "io/pointer.hpp"
#include "io/shapes.hpp"

namespace ficap::io {

std::string child(const std::string& pointer, std::string_view key) {
  return pointer + "/" + pointer_token(key);
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& known) {
  const auto near = nearest(word, known);
  return near ? "did you mean \"" + *near + "\"?" : "";
}

namespace {

/// @returns what a scenario cannot say yet, or says elsewhere, for a key with which its author
///          tried to
std::string_view not_said_here(std::string_view key, std::string_view pointer) {
  if ((key == "area" || key == "areas") && pointer.starts_with("/teams/")) {
    return "a team serves its whole organisation; areas divide cases only";
  }
  if (key == "initial_state" && pointer == "/plan") {
    return R"(it has moved: write "start": {"state": "empty"} beside "plan")";
  }
  if ((key == "date" || key == "from" || key == "until") &&
      pointer.find("/staffing/") == std::string_view::npos) {
    return R"(what changes on a date is said under "staffing": posts, freezes, overtime, agencies, )"
           "loans, supplements";
  }
  return "";
}

}  // namespace

void Complaints::report(std::string pointer,
                        std::string found,
                        std::string expected,
                        std::string help,
                        const Place& at,
                        models::Diagnostic::Severity severity) {
  problems_.push_back(
      problem_at(at, std::move(pointer), std::move(found), std::move(expected), std::move(help)));
  problems_.back().what.severity = severity;
}

void Complaints::unexpected(const Node& node,
                            const std::string& pointer,
                            std::string expected,
                            std::string help) {
  report(pointer, describe(node), std::move(expected), std::move(help), node.place);
}

void Complaints::missing(const Node& parent,
                         const std::string& pointer,
                         std::string_view key,
                         std::string expected,
                         std::string help) {
  const std::string at = child(pointer, key);
  report(at, "nothing", std::move(expected), std::move(help), place_of(parent, child("", key)));
}

void Complaints::unknown_keys(const Object& object,
                              const std::string& pointer,
                              const std::vector<std::string>& known) {
  for (const Member& member : object.members) {
    if (std::find(known.begin(), known.end(), member.key) != known.end()) continue;
    // The nearest leads: a long list would hide it.
    std::vector<std::string> listed = known;
    if (const auto near = nearest(member.key, known)) {
      const auto at = std::find(listed.begin(), listed.end(), *near);
      std::rotate(listed.begin(), at, at + 1);
    }
    const std::string_view not_here = not_said_here(member.key, pointer);
    report(child(pointer, member.key),
           "the unknown key \"" + member.key + "\"",
           known.empty() ? "no key here" : one_of(listed),
           not_here.empty() ? did_you_mean(member.key, known) : std::string{not_here},
           member.key_place);
  }
}

const Member* Complaints::only_one(const Node& node,
                                   const std::string& pointer,
                                   const std::vector<std::string>& names,
                                   const std::vector<std::string>& beside,
                                   const std::string& expected) {
  const Object* const object = node.object();
  if (object == nullptr) {
    unexpected(node, pointer, expected);
    return nullptr;
  }
  std::vector<std::string> known = names;
  known.insert(known.end(), beside.begin(), beside.end());
  const std::size_t problems_before = problems_.size();
  unknown_keys(*object, pointer, known);
  if (problems_.size() > problems_before) return nullptr;
  const Member* chosen = nullptr;
  std::string found;
  for (const Member& member : object->members) {
    if (std::find(names.begin(), names.end(), member.key) == names.end()) continue;
    if (member.value.is_null()) continue;
    found += (found.empty() ? "\"" : " and \"") + member.key + '"';
    if (chosen == nullptr) {
      chosen = &member;
    } else {
      report(pointer,
             found,
             "exactly one of " + one_of(names),
             "a patch keeps the keys that it does not name: set the other one to null",
             member.key_place);
      return nullptr;
    }
  }
  if (chosen == nullptr) unexpected(node, pointer, expected);
  return chosen;
}

}  // namespace ficap::io
