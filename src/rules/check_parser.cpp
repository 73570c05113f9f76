#include <algorithm>
#include <string>
#include <utility>

#include "rules/amounts.h"
#include "rules/phrase_words.h"
#include "rules/sections.h"

namespace concord::rules {
namespace {

constexpr std::size_t kMostTerms = 32;

struct Operator {
  std::string_view written;
  Comparison comparison;
};
constexpr Operator kOperators[] = {
    {"<=", Comparison::at_most}, {">=", Comparison::at_least}, {"!=", Comparison::not_equal},
    {"≤", Comparison::at_most},  {"≥", Comparison::at_least},  {"≠", Comparison::not_equal},
    {"==", Comparison::equal},   {"=", Comparison::equal},     {"<", Comparison::less},
    {">", Comparison::greater},
};

struct PickWord {
  std::string_view written;
  Pick pick;
};
constexpr PickWord kPicks[] = {
    {"highest", Pick::highest}, {"lowest", Pick::lowest}, {"latest", Pick::latest}};

struct PartWord {
  std::string_view written;
  Part part;
};
constexpr PartWord kParts[] = {{"headline", Part::headline},
                               {"lead", Part::lead},
                               {"body", Part::body},
                               {"caption", Part::caption}};

bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

/// check = sum , operator , sum , [ "within" , amount ] ;   (RULES.md section 4)
class CheckReader {
 public:
  CheckReader(const YamlNode& node, const Page& page)
      : node_(node), text_(node.text), page_(page) {}

  std::optional<CheckExpression> read() {
    CheckExpression check;
    check.written = text_;
    if (!sum(check.left) || !comparison(check.comparison) || !sum(check.right)) {
      return std::nullopt;
    }
    if (takes("within") && !tolerance(check)) {
      return std::nullopt;
    }
    skip_space();
    if (at_ < text_.size()) {
      return fail(text_.size() - at_, "what follows the check cannot be read",
                  "a check is: sum = sum, or sum <= sum, then perhaps `within 5%`"),
             std::nullopt;
    }
    return check;
  }

 private:
  bool fail(std::size_t size, std::string message, std::string help) {
    const auto column = static_cast<std::uint32_t>(at_);  // checks are ASCII up to here
    page_.complaints.add(Code::wrong_check,
                         {{page_.file, node_.content_line, node_.content_column + column},
                          static_cast<std::uint32_t>(size)},
                         std::move(message), std::move(help));
    return false;
  }

  void skip_space() { at_ = std::min(text_.find_first_not_of(" \n", at_), text_.size()); }

  std::string_view rest() const { return text_.substr(at_); }

  /// The name at at_: letters, digits and _, with hyphens between letters.
  std::string_view peek_name() {
    skip_space();
    std::size_t end = at_;
    while (end < text_.size()) {
      const char byte = text_[end];
      const bool hyphen =
          byte == '-' && end > at_ && end + 1 < text_.size() && is_word_byte(text_[end + 1]);
      if (!is_word_byte(byte) && byte != '_' && !hyphen) {
        break;
      }
      ++end;
    }
    return text_.substr(at_, end - at_);
  }

  bool takes(std::string_view word) {
    if (peek_name() != word) {
      return false;
    }
    at_ += word.size();
    return true;
  }

  bool sum(std::vector<CheckTerm>& out) {
    bool negative = false;
    skip_space();
    if (rest().starts_with('-')) {
      negative = true;
      ++at_;
    }
    while (true) {
      CheckTerm one;
      one.negative = negative;
      if (out.size() >= kMostTerms) {
        return fail(1, "more than 32 terms", "split the check");
      }
      if (!term(one)) {
        return false;
      }
      out.push_back(std::move(one));
      skip_space();
      if (!rest().starts_with('+') && !rest().starts_with('-')) {
        return true;
      }
      negative = text_[at_] == '-';
      ++at_;
    }
  }

  bool term(CheckTerm& out) {
    skip_space();
    if (at_ < text_.size() && is_digit(text_[at_])) {
      return number(out);
    }
    for (const PickWord& word : kPicks) {
      out.pick = takes(word.written) ? word.pick : out.pick;
    }
    if (takes("sum")) {
      if (!takes("of")) {
        return fail(1, "`sum` needs `of`", "write: sum of vote_share");
      }
      out.all_keys = true;
    }
    return reference(out);
  }

  bool number(CheckTerm& out) {
    const std::size_t end = std::min(text_.find_first_not_of("0123456789.", at_), text_.size());
    out.number = parse_decimal(text_.substr(at_, end - at_));
    if (!out.number) {
      return fail(end - at_, "this number cannot be read", "write digits and a point: 1200.5");
    }
    at_ = end;
    if (rest().starts_with('%')) {
      ++at_;
    }
    return true;
  }

  bool reference(CheckTerm& out) {
    const std::string_view name = peek_name();
    if (!is_name(name)) {
      return fail(1, "a fact or a number is missing here",
                  "a term is a number, or a fact such as deaths, detained.total or "
                  "deaths in headline");
    }
    out.fact = name;
    at_ += name.size();
    if (rest().starts_with('.')) {
      ++at_;
      const std::string_view kind = peek_name();
      if (kind.empty()) {
        return fail(1, "a kind is missing behind the point", "write: detained.total");
      }
      out.kind = kind;
      at_ += kind.size();
    }
    return qualifiers(out);
  }

  bool qualifiers(CheckTerm& out) {
    if (takes("in")) {
      takes("the");
      const std::string_view word = peek_name();
      const auto* part = std::ranges::find(kParts, word, &PartWord::written);
      if (part == std::end(kParts)) {
        return fail(std::max<std::size_t>(word.size(), 1), "unknown part of an article",
                    "write in headline, in lead, in body or in caption");
      }
      out.part = part->part;
      at_ += word.size();
    }
    if (takes("from")) {
      skip_space();
      const bool quoted = rest().starts_with('"');
      at_ += quoted ? 1 : 0;
      const std::size_t end =
          std::min(text_.find_first_of(quoted ? "\"" : " \n", at_), text_.size());
      out.from = text_.substr(at_, end - at_);
      at_ = std::min(end + (quoted ? 1 : 0), text_.size());
      if (out.from.empty()) {
        return fail(1, "a source is missing behind `from`", "write: deaths from tass.com");
      }
    }
    return true;
  }

  bool comparison(Comparison& out) {
    skip_space();
    for (const Operator& row : kOperators) {
      if (rest().starts_with(row.written)) {
        out = row.comparison;
        at_ += row.written.size();
        return true;
      }
    }
    return fail(1, "a comparison is missing here", "write =, <=, >=, <, > or != between two sums");
  }

  bool tolerance(CheckExpression& out) {
    skip_space();
    const std::optional<Amount> amount = parse_amount(rest());
    if (!amount || !amount->unit.empty() || amount->number.is_negative()) {
      return fail(std::max<std::size_t>(rest().size(), 1), "`within` needs a number or percentage",
                  "write within 5, or within 5%");
    }
    out.tolerance = amount->number;
    out.tolerance_is_percent = amount->percent;
    at_ = text_.size();
    return true;
  }

  const YamlNode& node_;
  std::string_view text_;
  const Page& page_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<CheckExpression> read_check_expression(const YamlNode& node, const Page& page) {
  if (!page.text(node, "`must`")) {
    return std::nullopt;
  }
  return CheckReader(node, page).read();
}

}  // namespace concord::rules
