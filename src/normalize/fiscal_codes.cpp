#include "normalize/fiscal_codes.h"

#include "normalize/date_parts.h"

namespace concord::normalize {
namespace {

std::optional<int> year_of_digits(std::string_view digits) {
  const bool figures = digits.size() == 2 || digits.size() == 4;
  if (!figures || digits.find_first_not_of("0123456789") != std::string_view::npos) {
    return std::nullopt;
  }
  std::int64_t value = 0;
  for (const char digit : digits) {
    value = value * 10 + (digit - '0');
  }
  return static_cast<int>(full_year(value, digits.size()));
}

// "FY24", the rest of "Q4FY24"
std::optional<int> year_of_code(std::string_view code) {
  return code.starts_with("FY") ? year_of_digits(code.substr(2)) : std::nullopt;
}

TimeUnit unit_of_letter(char letter) {
  return letter == 'Q' ? TimeUnit::quarter : letter == 'H' ? TimeUnit::half_year : TimeUnit::none;
}

bool is_number_of(TimeUnit unit, char digit) {
  return digit >= '1' && digit <= (unit == TimeUnit::quarter ? '4' : '2');
}

}  // namespace

bool is_fiscal_code(std::string_view word) {
  constexpr std::size_t kLongest = 8;  // "Q4FY2024"
  if (word.size() < 4 || word.size() > kLongest) {
    return false;
  }
  return word.starts_with("FY") || (word.starts_with("Q") && word.substr(2, 2) == "FY");
}

std::optional<YearAt> fiscal_year_at(const Scan& scan, std::uint32_t at) {
  const auto year = year_of_code(scan.spelling(at));
  return year ? std::optional(YearAt{*year, at + 1}) : std::nullopt;
}

std::optional<CodedPart> coded_part_of_year(const Scan& scan, std::uint32_t at) {
  const std::string_view code = scan.spelling(at);
  if (is_fiscal_code(code) && code[0] == 'Q' && is_number_of(TimeUnit::quarter, code[1])) {
    const auto year = year_of_code(code.substr(2));
    return year ? std::optional(CodedPart{code[1] - '0', TimeUnit::quarter, *year, at + 1})
                : std::nullopt;
  }
  const std::string_view letters = scan.attached(at + 1) ? scan.spelling(at + 1) : "";
  const TimeUnit unit = letters.empty() ? TimeUnit::none : unit_of_letter(letters[0]);
  if (code.size() != 1 || unit == TimeUnit::none || !is_number_of(unit, code[0])) {
    return std::nullopt;
  }
  CodedPart made{code[0] - '0', unit, std::nullopt, at + 2};
  made.year = year_of_digits(letters.substr(1));
  if (letters.size() == 1 && scan.is_number(at + 2) && scan.attached(at + 2)) {
    made.year = year_of_digits(scan.spelling(at + 2));
    made.end = at + 3;
  } else if (letters.size() == 1) {
    const auto year = year_at(scan, at + 2);
    made.year = year ? std::optional(year->year) : std::nullopt;
    made.end = year ? year->end : made.end;
  }
  return made.year || (letters.size() == 1 && unit == TimeUnit::quarter && made.end == at + 2)
             ? std::optional(made)
             : std::nullopt;
}

}  // namespace concord::normalize
