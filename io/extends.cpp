#include "io/extends.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "io/override.hpp"

namespace ficap::io {

namespace {

constexpr std::string_view extends_key = "extends";
constexpr std::string_view schema_key = "$schema";
constexpr std::string_view from_start_key = "from_start";

/// No chain that a person wrote is longer; a generated one must end somewhere.
constexpr std::size_t longest_chain = 32;

/// RFC 7386 lets no null survive in what a patch adds.
void strip_nulls(Node& node) {
  Object* const object = node.object();
  if (object == nullptr) return;
  auto& members = object->members;
  for (const Member& member : members) {
    if (member.value.is_null()) object->removed.push_back({member.key, member.value.place});
  }
  members.erase(std::remove_if(members.begin(),
                               members.end(),
                               [](const Member& member) { return member.value.is_null(); }),
                members.end());
  for (Member& member : members)
    strip_nulls(member.value);
}

void erase_member(Object& object, std::string_view key) {
  auto& members = object.members;
  members.erase(
      std::remove_if(
          members.begin(), members.end(), [&](const Member& member) { return member.key == key; }),
      members.end());
}

void merge_scenario(Node& base, Node patch) {
  Object* const over = patch.object();
  Object* const under = base.object();
  std::optional<Member> later;
  if (over != nullptr) {
    for (Member& member : over->members) {
      if (member.key == from_start_key && !member.value.is_null())
        later = member;  // its key is still needed to take it out
    }
    if (later) erase_member(*over, from_start_key);
  }
  merge(base, std::move(patch));
  if (!later || under == nullptr) return;
  if (Node* const already = under->find(from_start_key)) {
    merge(*already, std::move(later->value), true);
  } else {
    under->members.push_back(std::move(*later));
  }
}

/// The chain of texts from the scenario that was asked for down to its base.
struct Link {
  std::string name;
  Node root;
};

std::string chain_text(const std::vector<Link>& chain) {
  std::string text;
  for (const Link& link : chain)
    text += (text.empty() ? "" : " extends ") + link.name;
  return text;
}

/// @returns the place of "extends" and the name it gives; a problem when it is no string
struct Base {
  std::string name;
  Place place;
};

std::optional<Base> take_base(Node& root, Problems& problems) {
  Object* const object = root.object();
  if (object == nullptr) return std::nullopt;
  std::optional<Base> base;
  if (const Node* const node = object->find(extends_key)) {
    const std::string* const name = node->string();
    if (name != nullptr && !name->empty()) {
      base = Base{*name, node->place};
    } else {
      problems.push_back(problem_at(node->place,
                                    "/extends",
                                    describe(*node),
                                    "the name of the scenario that this one changes, a string"));
    }
  }
  erase_member(*object, extends_key);
  erase_member(*object, schema_key);
  return base;
}

void append(Problems& to, Problems from) {
  for (Problem& problem : from)
    to.push_back(std::move(problem));
}

/// Reads one text; @returns its root if it is an object
std::optional<Node> read_object(Resolved& resolved, std::string name, std::string text) {
  const std::uint32_t source = resolved.sources.add(std::move(name), std::move(text));
  Parsed parsed = parse(resolved.sources, source);
  append(resolved.problems, std::move(parsed.problems));
  if (parsed.root && parsed.root->object() == nullptr) {
    resolved.problems.push_back(problem_at(
        parsed.root->place, "", describe(*parsed.root), "a JSON object that is a scenario"));
    return std::nullopt;
  }
  return std::move(parsed.root);
}

Problem cannot_extend(const Base& base, std::string found, std::string expected, std::string help) {
  return problem_at(base.place, "/extends", std::move(found), std::move(expected), std::move(help));
}

}  // namespace

void merge(Node& base, Node patch, bool keep_null) {
  Object* const over = patch.object();
  if (over == nullptr) {
    base = std::move(patch);
    return;
  }
  if (base.object() == nullptr) {
    if (!keep_null) strip_nulls(patch);
    base = std::move(patch);
    return;
  }
  Object& under = *base.object();
  for (RemovedKey& gone : over->removed)
    under.removed.push_back(std::move(gone));
  for (Member& member : over->members) {
    if (member.value.is_null() && !keep_null) {
      under.removed.push_back({member.key, member.value.place});
      erase_member(under, member.key);
      continue;
    }
    if (Node* const already = under.find(member.key)) {
      merge(*already, std::move(member.value), keep_null);
      continue;
    }
    if (!keep_null) strip_nulls(member.value);
    under.members.push_back(std::move(member));
  }
}

std::string name_relative_to(std::string_view from, std::string_view name) {
  const std::size_t folder = from.rfind('/');
  const bool joined = folder != std::string_view::npos && !name.starts_with('/');
  const std::string whole =
      joined ? std::string{from.substr(0, folder + 1)} + std::string{name} : std::string{name};
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= whole.size();) {
    const std::size_t end = std::min(whole.find('/', begin), whole.size());
    const std::string part = whole.substr(begin, end - begin);
    begin = end + 1;
    const bool has_parent = !parts.empty() && !parts.back().empty() && parts.back() != "..";
    if (part == "..") {
      if (has_parent) {
        parts.pop_back();
      } else {
        parts.push_back(part);
      }
    } else if (part != "." && (!part.empty() || parts.empty())) {
      parts.push_back(part);
    }
  }
  std::string normal;
  for (std::size_t i = 0; i < parts.size(); ++i)
    normal += (i > 0 ? "/" : "") + parts[i];
  return normal;
}

Resolved resolve(std::string name,
                 std::string text,
                 const Load& load,
                 const std::vector<std::string>& sets) {
  Resolved resolved;
  std::vector<Link> chain;
  std::string next_name = std::move(name);
  std::string next_text = std::move(text);
  while (true) {
    std::optional<Node> root = read_object(resolved, next_name, std::move(next_text));
    if (!root) return resolved;
    const std::size_t problems_before = resolved.problems.size();
    const std::optional<Base> base = take_base(*root, resolved.problems);
    // Without its base a patch lacks nearly everything: no use in saying so.
    if (resolved.problems.size() > problems_before) return resolved;
    chain.push_back({next_name, std::move(*root)});
    if (!base) break;
    next_name = name_relative_to(next_name, base->name);
    const bool is_cycle = std::any_of(
        chain.begin(), chain.end(), [&](const Link& link) { return link.name == next_name; });
    if (is_cycle) {
      resolved.problems.push_back(
          cannot_extend(*base,
                        "\"" + base->name + "\", which extends this scenario",
                        "a scenario that does not lead back here",
                        chain_text(chain) + " extends " + next_name));
      return resolved;
    }
    if (chain.size() == longest_chain) {
      resolved.problems.push_back(
          cannot_extend(*base,
                        "one more \"extends\"",
                        "a chain of at most " + std::to_string(longest_chain) + " scenarios",
                        ""));
      return resolved;
    }
    std::optional<std::string> base_text = load(next_name);
    if (!base_text) {
      resolved.problems.push_back(cannot_extend(*base,
                                                "\"" + base->name + "\", which cannot be read",
                                                "the name of a scenario beside this one",
                                                chain_text(chain) + " extends " + next_name));
      return resolved;
    }
    next_text = std::move(*base_text);
  }
  Node root = std::move(chain.back().root);
  chain.pop_back();
  for (; !chain.empty(); chain.pop_back())
    merge_scenario(root, std::move(chain.back().root));
  for (std::size_t i = 0; i < sets.size(); ++i) {
    append(resolved.problems, apply_override(root, resolved.sources, i + 1, sets[i]));
  }
  resolved.root = std::move(root);
  return resolved;
}

}  // namespace ficap::io
