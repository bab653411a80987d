#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "models/fields.hpp"
#include "models/units.hpp"
#include "models/vocabulary.hpp"
#include "sim/time.hpp"

namespace ficap::models {

/// Help that an open case of today has asked for, needs, or has had.
struct OpenRequest {
  Ref<Entity::request> request;
  std::optional<sim::Date> asked;
  OpenState state{OpenState::waiting};
  Effort hours_done;
  std::optional<Ref<Entity::team>> team;
  std::optional<double> task;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(needed("request", "what help it is"), self.request);
    visit(maybe("asked",
                "the day on which it was asked; of discretionary work none means that nobody has "
                "asked yet"),
          self.asked);
    visit(maybe("state", "how far it has come; waiting if absent"), self.state);
    visit(within(maybe("hours_done", "work done so far on the task that it is at"), 0.0, 1e5),
          self.hours_done);
    visit(maybe("team", "who holds it; somebody with the skill if absent"), self.team);
    visit(within(maybe("task",
                       "the task that it is at, 1 for the first, a whole number; the first if "
                       "absent"),
                 1.0,
                 64.0),
          self.task);
  }
  friend bool operator==(const OpenRequest&, const OpenRequest&) = default;
};

/// A case that is open when the run starts.
struct OpenCase {
  std::string reference;
  Ref<Entity::stream> stream;
  Ref<Entity::stage> stage;
  sim::Date opened{};
  sim::Date stage_entered{};
  std::optional<Harm> harm;
  std::optional<Origin> origin;
  std::optional<std::string> area;
  std::optional<Money> benefit;
  std::optional<Money> realisable;
  std::vector<OpenRequest> requests;

  /// What a table has in the columns of a case: all but its requests.
  template <class Self, class Visit>
  static void columns(Self& self, Visit&& visit) {
    visit(needed("case", "the unit's own reference of the case, any text"), self.reference);
    visit(needed("stream", "the stream that the case belongs to"), self.stream);
    visit(needed("stage", "the stage of the stream's pathway that it is in"), self.stage);
    visit(needed("opened", "the day on which it opened"), self.opened);
    visit(needed("stage_entered", "the day on which it came into this stage"), self.stage_entered);
    visit(maybe("harm", "how much harm it does; drawn as for a new case if absent"), self.harm);
    visit(maybe("origin", "how it came in; drawn as for a new case if absent"), self.origin);
    visit(maybe("area", "the area of the investigating team; drawn as for a new case if absent"),
          self.area);
    visit(
        within(
            maybe("benefit", "what the crime earned; drawn from the profile if absent"), 0.0, 1e10),
        self.benefit);
    visit(within(maybe("realisable",
                       "what of it could still be realised on the first day of the plan; if absent "
                       "drawn from the profile, as it was when the case opened"),
                 0.0,
                 1e10),
          self.realisable);
  }

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    columns(self, visit);
    visit(maybe("requests", "the help that it has asked for, needs, or has had"), self.requests);
  }
  friend bool operator==(const OpenCase&, const OpenCase&) = default;
};

/// What a run starts from: on the first day of the plan, or of the warm-up before it.
struct Start {
  InitialState state{InitialState::warm_up};
  std::optional<std::string> backlog;
  std::optional<std::vector<OpenCase>> cases;
  std::optional<double> rows;
  std::optional<std::vector<double>> lines_left_out;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(maybe("state", "what there is at first; the backlog where one is given"), self.state);
    visit(maybe("backlog",
                "the table (CSV) of the cases that are open when the plan starts and of their "
                "requests, relative to the file that names it"),
          self.backlog);
    visit(maybe("cases", "the open cases themselves, where no table is read"), self.cases);
    visit(within(maybe("rows", "how many rows the table had"), 0.0, 1e9), self.rows);
    visit(within(maybe("lines_left_out", "lines of its bad rows, which were left out"), 1.0, 1e9),
          self.lines_left_out);
  }

  /// @returns how many cases are open
  [[nodiscard]] std::size_t open_cases() const noexcept { return cases ? cases->size() : 0; }
  /// @returns how many requests of theirs have been asked for and are not done
  [[nodiscard]] std::size_t open_requests() const noexcept {
    std::size_t open = 0;
    if (!cases) return open;
    for (const OpenCase& c : *cases) {
      for (const OpenRequest& r : c.requests)
        if (r.asked && r.state != OpenState::done) ++open;
    }
    return open;
  }
};

}  // namespace ficap::models
