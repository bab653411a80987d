#include "io/write_scenario.hpp"

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

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

std::string scenario_sha256(const models::Scenario& scenario) {
  return sha256_hex(canonical(write_scenario(scenario)));
}

}  // namespace ficap::io
