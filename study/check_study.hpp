#pragma once

#include <span>

#include "models/diagnostics.hpp"
#include "models/scenario.hpp"
#include "study/study_document.hpp"

namespace ficap::study {

/// What is wrong with a study by itself: ids, whole numbers, years, references among its parts.
/// Pointers are into the study.
[[nodiscard]] models::Diagnostics check_study(const StudyDocument& study);

/// What is wrong with it beside its scenarios: who pays, when its years begin, organisations that
/// an option has and business as usual has not.
///
/// @param scenarios the base first, then one for each option; each with the years of the study
/// @pre check_study(study) has nothing to say
[[nodiscard]] models::Diagnostics check_study(const StudyDocument& study,
                                              std::span<const models::Scenario> scenarios);

}  // namespace ficap::study
