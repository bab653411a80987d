#pragma once

#include <span>
#include <string>
#include <vector>

#include "models/scenario.hpp"
#include "report/appraisal.hpp"
#include "report/html/engagement.hpp"
#include "report/html/option_changes.hpp"
#include "report/html/page.hpp"
#include "report/html/ranking.hpp"
#include "report/html/saved_files.hpp"
#include "study/appraisal.hpp"
#include "study/appraised_volumes.hpp"
#include "study/self_test.hpp"

namespace ficap::report::html {

/// What a page about an appraisal needs. All are referred to.
struct AppraisalPage {
  const study::Appraisal& appraisal;
  const AppraisalFacts& facts;
  std::span<const models::Scenario> scenarios;  ///< business as usual first
  const study::AppraisedVolumes& volumes;
  const study::SelfTest& self_test;
  Citation provenance;
  std::string marking;
  /// The study, business as usual, and what each option changes of that: a folder of them runs.
  std::vector<SavedFile> files;
  std::vector<std::vector<OptionChange>> changes;  ///< of each option
  Ranking ranking{};                               ///< of the numbers of business as usual
  Section engagement = no_engagement(Unmade::not_asked);
};

/// The page: the answers, pictures (cost against needs met, present values, how likely what is),
/// options side by side, the money by kind, year and party, what would change the answer, where
/// every £100 goes, the four steps of a Force Management Statement, places and victims, what
/// changes elsewhere, when the unit joins, assumptions, method and self-test, roles, STRESS-DES,
/// how to cite, the study and its scenarios.
[[nodiscard]] Page appraisal_page(const AppraisalPage& appraised);

/// Every price, share and rate of a study: what it says, its range, grade, source and note.
[[nodiscard]] Table terms_table(const study::StudyDocument& study);

}  // namespace ficap::report::html
