#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ficap::report::html {

class Markup;
[[nodiscard]] Markup text(std::string_view words);

/// Markup of a page. It is made from text, which is escaped, and from elements around markup; there
/// is no way to make it from a string that somebody else wrote.
class Markup {
 public:
  Markup() = default;
  [[nodiscard]] const std::string& bytes() const noexcept { return bytes_; }
  Markup& operator+=(const Markup& more) {
    bytes_ += more.bytes_;
    return *this;
  }
  [[nodiscard]] friend Markup operator+(Markup a, const Markup& b) {
    a += b;
    return a;
  }

 private:
  explicit Markup(std::string bytes) : bytes_{std::move(bytes)} {}
  friend Markup text(std::string_view words);
  friend class Element;
  std::string bytes_;
};

/// An element under construction. Names of elements and attributes are written in this program;
/// values are data.
class Element {
 public:
  /// @param name of the element, a literal
  template <std::size_t size>
  explicit Element(const char (&name)[size]) : name_{name} {}

  /// @param name of the attribute, a literal
  template <std::size_t size>
  Element& with(const char (&name)[size], std::string_view value) {
    add(name, value);
    return *this;
  }
  /// An attribute that is there or not.
  template <std::size_t size>
  Element& with(const char (&name)[size]) {
    attributes_ += std::string{" "} + name;
    return *this;
  }

  [[nodiscard]] Markup around(const Markup& content) const;
  [[nodiscard]] Markup around(std::string_view words) const { return around(text(words)); }
  /// Nothing within and no end tag: link, meta, hr.
  [[nodiscard]] Markup alone() const;

  /// A script, a style sheet or data, whose bytes stand as they are.
  ///
  /// @pre nothing in them ends the element: no "</", no "<!--"
  [[nodiscard]] Markup around_bytes(const std::string& bytes) const;

 private:
  void add(std::string_view name, std::string_view value);
  std::string name_;
  std::string attributes_;
};

/// @returns the words as they are read: what would be markup is escaped; control characters, marks
///          that turn the direction of writing and bytes that are no UTF-8 show as code points;
///          line feeds stay
[[nodiscard]] Markup text(std::string_view words);

/// @returns an address that holds `content` itself
[[nodiscard]] std::string data_address(std::string_view media_type, std::string_view content);

/// @returns a word for an id or a file's name: small letters, digits and hyphens, at least one
[[nodiscard]] std::string slug(std::string_view words);

}  // namespace ficap::report::html
