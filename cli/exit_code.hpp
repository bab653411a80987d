#pragma once

namespace ficap::cli {

/// What the program tells its caller; a promise to scripts.
enum class ExitCode : unsigned char {
  ok = 0,
  internal = 1,      ///< the world refused (no file, full disk) or the program is wrong
  usage = 2,         ///< the command line is wrong
  bad_scenario = 3,  ///< the scenario is wrong
  imprecise = 4,     ///< done, but not as precise as --precision asked for
  mismatch = 5,      ///< a result did not come out again as its file has it
  interrupted = 130  ///< stopped by a signal; what was finished is reported
};

}  // namespace ficap::cli
