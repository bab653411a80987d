#include "cli/descriptor.hpp"

#include <array>
#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

namespace ficap::cli {

Descriptor::Descriptor(const std::filesystem::path& path, int flags) noexcept
    : number_{::open(path.c_str(), flags | O_CLOEXEC, 0666)} {}

Descriptor::~Descriptor() {
  if (number_ > STDERR_FILENO) (void)::close(number_);
}

bool Descriptor::close() noexcept {
  return ::close(std::exchange(number_, -1)) == 0;
}

std::string read_rest(const Descriptor& file, std::size_t most, const std::string& what) {
  std::string text;
  std::array<char, 65536> buffer{};
  while (text.size() < most) {
    const auto count = ::read(file.number(), buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) refuse(errno, what);
    if (count == 0) break;
    text.append(buffer.data(), static_cast<std::size_t>(count));
  }
  return text;
}

bool write_all(const Descriptor& file, std::string_view content) noexcept {
  while (!content.empty()) {
    const auto written = ::write(file.number(), content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

void refuse(int error, const std::string& what) {
  throw std::system_error{error, std::generic_category(), what};
}

}  // namespace ficap::cli
