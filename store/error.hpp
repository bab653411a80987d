#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>

namespace ficap::store {

/// Why a store cannot be used, in words for whoever named the file.
class StoreError : public std::runtime_error {
 public:
  enum class Kind : std::uint8_t {
    no_file,
    no_store,  ///< no SQLite file, or one of another program
    newer,     ///< written by a later version of this program
    damaged,   ///< its pages or its rows do not belong together
    busy,      ///< others have been writing to it for too long
    no_room,   ///< the disk is full or does not take more
    cannot_write,
    constraint,  ///< the row contradicts what the tables promise
    other_build  ///< the same futures came out otherwise when they were stored
  };

  StoreError(Kind kind, const std::string& what) : std::runtime_error{what}, kind_{kind} {}
  [[nodiscard]] Kind kind() const noexcept { return kind_; }

 private:
  Kind kind_;
};

}  // namespace ficap::store
