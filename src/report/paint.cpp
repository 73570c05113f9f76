#include "report/paint.h"

namespace concord::report {

std::string paint(std::string_view text, Ink ink, bool color) {
  // ECMA-48, Select Graphic Rendition
  constexpr std::string_view kCodes[] = {"",         "\x1b[1m",  "\x1b[1;31m", "\x1b[1;33m",
                                         "\x1b[34m", "\x1b[32m", "\x1b[2m"};
  if (!color || ink == Ink::plain) {
    return std::string(text);
  }
  std::string painted(kCodes[static_cast<std::size_t>(ink)]);
  painted += text;
  painted += "\x1b[0m";
  return painted;
}

Ink ink_of(Severity severity) {
  constexpr Ink kInks[] = {Ink::blue, Ink::yellow, Ink::red};
  return kInks[static_cast<std::size_t>(severity)];
}

}  // namespace concord::report
