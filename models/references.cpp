#include "models/references.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <type_traits>

#include "sim/distributions.hpp"

namespace ficap::models {

namespace {

struct Known {
  std::string_view what;  ///< "a skill"
  std::set<std::string> ids;
};

Known known(const Setting& setting, Entity entity) {
  const auto ids = [](const auto& named) {
    std::set<std::string> result;
    for (const auto& entry : named)
      result.insert(entry.first);
    return result;
  };
  switch (entity) {
    case Entity::organisation:
      return {"an organisation", ids(setting.organisations)};
    case Entity::threat:
      return {"a threat", ids(setting.threats)};
    case Entity::stream:
      return {"a stream", ids(setting.streams)};
    case Entity::pathway:
      return {"a pathway", ids(setting.pathways)};
    case Entity::request:
      return {"a request", ids(setting.requests)};
    case Entity::skill:
      return {"a skill", ids(setting.skills)};
    case Entity::role:
      return {"a role", ids(setting.roles)};
    case Entity::team:
      return {"a team", ids(setting.teams)};
    case Entity::calendar:
      return {"a calendar", ids(setting.calendars)};
    case Entity::asset_profile:
      return {"an asset profile", ids(setting.asset_profiles)};
    case Entity::evidence:
      return {"a source", ids(setting.evidence)};
    case Entity::stage:
      break;
  }
  Known stages{"a stage", {}};
  for (const auto& pathway : setting.pathways)
    stages.ids.merge(ids(pathway.second.stages));
  return stages;
}

std::string list_of(const Known& known) {
  if (known.ids.empty())
    return std::string{"the id of "} + std::string{known.what} + ", but the scenario has none";
  std::string text = "the id of " + std::string{known.what} + ": ";
  std::size_t shown = 0;
  for (const std::string& id : known.ids) {
    if (shown == 12) return text + ", ... (" + std::to_string(known.ids.size()) + " in all)";
    text += (shown++ == 0 ? "" : ", ") + id;
  }
  return text;
}

template <class T>
concept HasFields = requires(const T& t) {
  T::fields(t, [](const Field&, const auto&) {});
};

std::string escaped(std::string_view key) {
  std::string out;
  for (const char c : key) {
    if (c == '~') {
      out += "~0";
    } else if (c == '/') {
      out += "~1";
    } else {
      out += c;
    }
  }
  return out;
}

class Walker {
 public:
  Walker(const Setting& setting, Diagnostics& problems) : setting_{setting}, problems_{problems} {}

  void walk(const std::string& at, const Setting& setting) { visit_fields(at, setting); }

 private:
  template <class T>
  void visit_fields(const std::string& at, const T& value) {
    T::fields(value, [&](const Field& field, const auto& member) {
      visit(at + "/" + std::string{field.name}, member);
    });
  }

  void refer(const std::string& at, Entity entity, const std::string& id) {
    const Known all = known(setting_, entity);
    if (!all.ids.contains(id))
      problems_.push_back(
          {at, "\"" + id + "\"", list_of(all), "", Diagnostic::Severity::error, {}});
  }

  // What is not listed below holds no reference.
  template <class T>
  void visit(const std::string& at, const T& value) {
    if constexpr (HasFields<T>) visit_fields(at, value);
  }
  template <Entity E>
  void visit(const std::string& at, const Ref<E>& reference) {
    refer(at, E, reference.id);
  }
  template <Entity E, class T>
  void visit(const std::string& at, const ByRef<E, T>& by) {
    for (const auto& entry : by.values) {
      const std::string here = at + "/" + escaped(entry.first);
      if constexpr (E != Entity::stage) refer(here, E, entry.first);
      visit(here, entry.second);
    }
  }
  template <class Enum, class T>
  void visit(const std::string& at, const ByEnum<Enum, T>& by) {
    for (const auto& entry : by.values) {
      for (const auto& e : enumerators(Enum{})) {
        if (e.value == entry.first) visit(at + "/" + std::string{e.name}, entry.second);
      }
    }
  }
  template <class T>
  void visit(const std::string& at, const Named<T>& named) {
    for (const auto& entry : named)
      visit(at + "/" + escaped(entry.first), entry.second);
  }
  template <class T>
  void visit(const std::string& at, const std::optional<T>& value) {
    if (value) visit(at, *value);
  }
  template <class T>
  void visit(const std::string& at, const std::vector<T>& values) {
    for (std::size_t i = 0; i < values.size(); ++i)
      visit(at + "/" + std::to_string(i), values[i]);
  }
  template <class... Ts>
  void visit(const std::string& at, const std::variant<Ts...>& value) {
    std::visit([&](const auto& v) { visit(at + "/" + std::string{v.name}, v); }, value);
  }
  template <class T>
  void visit(const std::string& at, const Sourced<T>& sourced) {
    if constexpr (std::is_same_v<T, typename RangeOf<T>::type>) {
      check_range(at, sourced);
    } else if (sourced.low && sourced.high && *sourced.high < *sourced.low) {
      problems_.push_back({at + "/low",
                           "above `high`",
                           "at most `high`",
                           "",
                           Diagnostic::Severity::error,
                           {at + "/high"}});
    }
  }
  template <class T>
  void check_range(const std::string& at, const Sourced<T>& sourced) {
    if (sourced.low && sourced.value < *sourced.low) {
      problems_.push_back({at + "/low",
                           "above the value itself",
                           "at most `value`",
                           "",
                           Diagnostic::Severity::error,
                           {at + "/value"}});
    }
    if (sourced.high && sourced.value > *sourced.high) {
      problems_.push_back({at + "/high",
                           "below the value itself",
                           "at least `value`",
                           "",
                           Diagnostic::Severity::error,
                           {at + "/value"}});
    }
  }

  const Setting& setting_;
  Diagnostics& problems_;
};

}  // namespace

Diagnostics check_references(const Setting& setting) {
  Diagnostics problems;
  Walker{setting, problems}.walk("", setting);
  return problems;
}

}  // namespace ficap::models
