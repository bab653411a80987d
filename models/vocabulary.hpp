#pragma once

#include <array>
#include <cstddef>

#include "models/fields.hpp"

namespace ficap::models {

/// How much harm a case does (bands in the manner of MoRILE).
enum class Harm : unsigned char { low, medium, high, very_high };
inline constexpr std::size_t harm_count = 4;

[[nodiscard]] constexpr std::array<Enumerator<Harm>, harm_count> enumerators(Harm) noexcept {
  return {{{"low", Harm::low, "low harm"},
           {"medium", Harm::medium, "medium harm"},
           {"high", Harm::high, "high harm"},
           {"very_high", Harm::very_high, "very high harm"}}};
}

/// How a case came to the organisation.
enum class Origin : unsigned char {
  intelligence,
  social_media,
  partner_referral,
  reactive,
  regional_tasking,
};
inline constexpr std::size_t origin_count = 5;

[[nodiscard]] constexpr std::array<Enumerator<Origin>, origin_count> enumerators(Origin) noexcept {
  return {{{"intelligence", Origin::intelligence, "intelligence development"},
           {"social_media", Origin::social_media, "social-media intelligence"},
           {"partner_referral", Origin::partner_referral, "referral by a partner"},
           {"reactive", Origin::reactive, "a reactive arrest, seizure or report"},
           {"regional_tasking", Origin::regional_tasking, "tasked by the region"}}};
}

/// Which part of an investigation a stage belongs to.
enum class Phase : unsigned char { early, middle, late };
inline constexpr std::size_t phase_count = 3;

[[nodiscard]] constexpr std::array<Enumerator<Phase>, phase_count> enumerators(Phase) noexcept {
  return {{{"early", Phase::early, "before the first overt act: develop, covert"},
           {"middle", Phase::middle, "overt and charge"},
           {"late", Phase::late, "trial onwards"}}};
}

/// Whether the subject knows of the investigation.
enum class Visibility : unsigned char { covert, overt };

[[nodiscard]] constexpr std::array<Enumerator<Visibility>, 2> enumerators(Visibility) noexcept {
  return {{{"covert", Visibility::covert, "the subject does not know"},
           {"overt", Visibility::overt, "the subject knows"}}};
}

/// How a kind of work comes to be asked for, and its rank in the queue.
enum class WorkClass : unsigned char { statutory, directed, discretionary };
inline constexpr std::size_t class_count = 3;

[[nodiscard]] constexpr std::array<Enumerator<WorkClass>, class_count> enumerators(
    WorkClass) noexcept {
  return {{{"statutory", WorkClass::statutory, "required by law: always asked, goes first"},
           {"directed", WorkClass::directed, "tasked: always asked, goes second"},
           {"discretionary",
            WorkClass::discretionary,
            "asked or not, as officers trust that help will come"}}};
}

/// What realisable assets consist of.
enum class AssetKind : unsigned char { cash, accounts, property, vehicles_and_goods, crypto };
inline constexpr std::size_t kind_count = 5;

[[nodiscard]] constexpr std::array<Enumerator<AssetKind>, kind_count> enumerators(
    AssetKind) noexcept {
  return {{{"cash", AssetKind::cash, "cash"},
           {"accounts", AssetKind::accounts, "money in accounts"},
           {"property", AssetKind::property, "land and buildings"},
           {"vehicles_and_goods", AssetKind::vehicles_and_goods, "vehicles and valuable goods"},
           {"crypto", AssetKind::crypto, "crypto-assets"}}};
}

/// What an organisation is.
enum class OrganisationKind : unsigned char { force, regional_unit };

[[nodiscard]] constexpr std::array<Enumerator<OrganisationKind>, 2> enumerators(
    OrganisationKind) noexcept {
  return {{{"force", OrganisationKind::force, "a police force"},
           {"regional_unit", OrganisationKind::regional_unit, "a regional organised crime unit"}}};
}

/// What the run begins with.
enum class InitialState : unsigned char { warm_up, empty, backlog };

[[nodiscard]] constexpr std::array<Enumerator<InitialState>, 3> enumerators(InitialState) noexcept {
  return {{{"warm_up", InitialState::warm_up, "the state that a warm-up period leaves behind"},
           {"empty", InitialState::empty, "no open cases and no open requests"},
           {"backlog", InitialState::backlog, "the cases and requests that are open today"}}};
}

/// How far a request has come that an open case has on the first day.
enum class OpenState : unsigned char { waiting, in_work, external, done };

[[nodiscard]] constexpr std::array<Enumerator<OpenState>, 4> enumerators(OpenState) noexcept {
  return {{{"waiting", OpenState::waiting, "in line: nobody holds it"},
           {"in_work", OpenState::in_work, "held by somebody who works on it"},
           {"external", OpenState::external, "others have it: a bank, a court, a laboratory"},
           {"done", OpenState::done, "finished; what it found and secured counts"}}};
}

/// By when the decisive task must be finished to change the case.
enum class TimelyUntil : unsigned char { window_closes, stage_ends, case_ends };

[[nodiscard]] constexpr std::array<Enumerator<TimelyUntil>, 3> enumerators(TimelyUntil) noexcept {
  return {{{"window_closes", TimelyUntil::window_closes, "before the useful window closes"},
           {"stage_ends", TimelyUntil::stage_ends, "before the stage ends in which the need arose"},
           {"case_ends", TimelyUntil::case_ends, "before the case ends"}}};
}

/// Which days an office is closed beside the days of the week it never opens.
enum class Holidays : unsigned char { none, england };

[[nodiscard]] constexpr std::array<Enumerator<Holidays>, 2> enumerators(Holidays) noexcept {
  return {{{"none", Holidays::none, "no holidays"},
           {"england", Holidays::england, "the bank holidays of England and Wales"}}};
}

}  // namespace ficap::models
