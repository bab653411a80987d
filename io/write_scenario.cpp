#include "io/write_scenario.hpp"

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "io/extends.hpp"
#include "io/json_text.hpp"
#include "io/quantity.hpp"
#include "io/sha256.hpp"
#include "io/value_text.hpp"

namespace ficap::io {

Node write_setting(const models::Setting& setting) {
  return written(setting);
}

Node difference(const Node& from, const Node& to) {
  const Object* const before = from.object();
  const Object* const after = to.object();
  if (before == nullptr || after == nullptr) return to;
  Object patch;
  for (const Member& member : before->members) {
    if (after->find(member.key) == nullptr) add(patch, member.key, Node{Null{}, {}});
  }
  for (const Member& member : after->members) {
    const Node* const old = before->find(member.key);
    if (old == nullptr) {
      add(patch, member.key, member.value);
    } else if (canonical(*old) != canonical(member.value)) {
      add(patch, member.key, difference(*old, member.value));
    }
  }
  return make_node(std::move(patch));
}

Node write_scenario(const models::Scenario& scenario) {
  Node whole = write_setting(scenario.before);
  const Node planned = write_setting(scenario.planned);
  if (Object* const object = whole.object();
      object != nullptr && canonical(whole) != canonical(planned)) {
    Node changes = difference(whole, planned);
    add(*object, "from_start", std::move(changes));
  }
  return whole;
}

Node write_option(const models::Scenario& base,
                  const models::Scenario& option,
                  std::string_view extends) {
  const Node of_base = write_scenario(base);
  const Node before = write_setting(option.before);
  Object patch;
  add(patch, "extends", make_node(extends));
  Node changes = difference(write_setting(base.before), before);
  for (Member& member : changes.object()->members)
    patch.members.push_back(std::move(member));
  // A patch cannot take back what the base says under "from_start": that lies below what the option
  // says there, so it is held against what the plan would otherwise be.
  Node otherwise = before;
  if (const Node* const from_start = of_base.object()->find("from_start"))
    merge(otherwise, *from_start);
  const Node planned = write_setting(option.planned);
  if (canonical(otherwise) != canonical(planned))
    add(patch, "from_start", difference(otherwise, planned));
  return make_node(std::move(patch));
}

std::string scenario_sha256(const models::Scenario& scenario) {
  return sha256_hex(canonical(write_scenario(scenario)));
}

}  // namespace ficap::io
