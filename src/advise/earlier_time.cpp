#include "advise/earlier_time.h"

#include <algorithm>
#include <cctype>

#include "base/number_words.h"

namespace concord::advise {
namespace {

constexpr std::size_t kNear = 3;  // words between a saying and its time
constexpr std::size_t kVerb = 6;  // words between a verb and the figure

constexpr std::string_view kDayParts[] = {
    "noon",      "midday",    "midnight", "morning",  "afternoon", "evening", "night",
    "nightfall", "dawn",      "dusk",     "daybreak", "sunrise",   "sunset",  "lunchtime",
    "clock",     "overnight", "am",       "pm",       "late",      "early"};
constexpr std::string_view kSaid[] = {"said",    "told",    "put",       "reported",  "gave",
                                      "counted", "listed",  "announced", "confirmed", "estimated",
                                      "stood",   "revised", "spoke"};
constexpr std::string_view kReports[] = {"said",     "says",      "say",   "told",
                                         "reported", "confirmed", "added", "announced"};
constexpr std::string_view kAccounts[] = {"report",    "reports", "count",    "counts",
                                          "estimates", "figures", "estimate", "toll"};
constexpr std::string_view kTolls[] = {"toll", "tally", "number", "figure"};
constexpr std::string_view kEarlier[] = {"initially", "initial",    "originally", "original",
                                         "earlier",   "previously", "previous"};
constexpr std::string_view kPartly[] = {"counted",     "partial",   "preliminary",
                                        "provisional", "precincts", "projections"};
constexpr std::string_view kRose[] = {"rose",   "climbed", "grew",    "jumped",    "increased",
                                      "soared", "mounted", "swelled", "crept",     "ticked",
                                      "fell",   "dropped", "shrank",  "declined",  "reached",
                                      "raised", "lowered", "updated", "corrected", "revised"};
constexpr std::string_view kFrom[] = {"from", "than", "not", "instead"};
// Between "by" and the time it names.
constexpr std::string_view kGlue[] = {"the",   "end",    "middle", "of",      "mid",  "about",
                                      "in",    "around", "half",   "shortly", "past", "after",
                                      "later", "before", "time",   "on",      "that", "o"};
constexpr std::string_view kDone[] = {
    "been",  "put",  "set",   "risen", "reached", "left",  "won",  "fallen", "grown",
    "cut",   "lost", "shot",  "hurt",  "taken",   "given", "come", "gone",   "seen",
    "found", "made", "begun", "drawn", "hit",     "stood", "sunk", "gained"};

bool is_done(const std::string& word) {
  return word.ends_with("ed") || is_in(word, kDone);
}
bool is_number(const std::string& word) {
  return std::isdigit(static_cast<unsigned char>(word[0])) != 0 || is_in(word, kSmallNumbers) ||
         is_in(word, kTens);
}
bool is_time(const std::string& word) {
  return is_in(word, kDayParts) || is_in(word, kWeekdays);
}

/// The words of the sentence with the figure as one, and "6 p.m." in two.
class Sentence {
 public:
  explicit Sentence(const FigureWords& figure) {
    add(figure.before);
    figure_ = words_.size();
    words_.emplace_back("#");
    add(figure.after);
  }

  bool tells_earlier_time() const {
    return says_when() || tells_up_to() || tells_first() || has_moved() || is_past_perfect() ||
           stands_beside_another() || (has_any(words_, kTolls) && has_any(words_, kDayParts)) ||
           has_any(words_, kEarlier);
  }

  Words said_on() const {
    Words days;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (is(i, kWeekdays) && is_said_near(i)) {
        days.push_back(words_[i]);
      }
    }
    return days;
  }

 private:
  void add(const Words& words) {
    for (const std::string& word : words) {
      const bool half = word == "m" && !words_.empty() && words_.back().size() == 1;
      if (half) {
        words_.back() += word;  // "p.m."
      } else {
        words_.push_back(word);
      }
    }
  }

  bool is(std::size_t at, std::span<const std::string_view> list) const {
    return at < words_.size() && is_in(words_[at], list);
  }
  bool is(std::size_t at, std::string_view word) const {
    return at < words_.size() && words_[at] == word;
  }

  bool is_said_near(std::size_t at) const {
    const std::size_t first = at - std::min(at, kNear);
    const std::size_t last = std::min(at + kNear, words_.size() - 1);
    for (std::size_t i = first; i <= last; ++i) {
      if (is(i, kSaid)) {
        return true;
      }
    }
    return false;
  }

  /// "On Wednesday evening, officials put the toll at 12"
  bool says_when() const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (is(i, kDayParts) && is_said_near(i)) {
        return true;
      }
    }
    return false;
  }

  /// "by five in the afternoon", "as of Thursday", "within an hour"
  bool tells_up_to() const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (is(i, "as") && is(i + 1, "of")) {
        return true;
      }
      if (is(i, "within") && (is(i + 2, "hour") || is(i + 2, "hours") || is(i + 2, "minutes"))) {
        return true;
      }
      if (!is(i, "by") && !is(i, "until") && !is(i, "till")) {
        continue;
      }
      std::size_t at = i + 1;
      while (is(at, kGlue) || (at < words_.size() && is_number(words_[at]))) {
        ++at;
      }
      if (is(at, "then") || (at < words_.size() && is_time(words_[at]))) {
        return true;
      }
    }
    return false;
  }

  /// "at first", "first reports", "then put", "later rose", "has since risen"
  bool tells_first() const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const bool first = is(i, "first") || is(i, "early");
      const bool turned = is(i, "then") || is(i, "later") || first;
      if ((first && i > 0 && is(i - 1, "at")) || (first && is(i + 1, kAccounts)) ||
          (turned && (is(i + 1, kSaid) || is(i + 1, kRose) || is(i + 1, "correcting"))) ||
          (is(i, "since") && i > 0 && (is(i - 1, "has") || is(i - 1, "have")))) {
        return true;
      }
    }
    return false;
  }

  /// "rose to 12": then; "has risen to 12" and "rises to 12" is now.
  bool has_moved() const {
    for (std::size_t i = figure_ - std::min(figure_, kVerb); i < figure_; ++i) {
      const bool now = i > 0 && (is(i - 1, "has") || is(i - 1, "have"));
      if (is(i, kRose) && !now) {
        return true;
      }
    }
    return false;
  }

  /// "had killed 12", "12 people had died"; not after "said that", where it is the present of the
  /// one who said it, nor of "12 people who had".
  bool is_past_perfect() const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const bool had = is(i, "had") && i <= figure_ + kNear;
      const bool of_whom = i > 0 && (is(i - 1, "who") || is(i - 1, "that") || is(i - 1, "which"));
      if (had && !of_whom && (done_at(i + 1) || done_at(i + 2)) && !is_reported(i)) {
        return true;
      }
    }
    return false;
  }
  bool done_at(std::size_t at) const { return at < words_.size() && is_done(words_[at]); }
  bool is_reported(std::size_t until) const {
    return std::any_of(words_.begin(), words_.begin() + static_cast<std::ptrdiff_t>(until),
                       [](const std::string& word) { return is_in(word, kReports); });
  }

  /// "from 12 to 17", "from nine to 12", "more than the 12"
  bool stands_beside_another() const {
    const std::size_t before = figure_ > 0 && is(figure_ - 1, "the") ? 2 : 1;
    if (figure_ < before) {
      return false;
    }
    if (is(figure_ - before, kFrom)) {
      return true;
    }
    bool from = false;
    for (std::size_t i = figure_ - std::min(figure_, kVerb); i < figure_; ++i) {
      from = from || is(i, "from");
    }
    return from && is(figure_ - 1, "to");
  }

  Words words_;
  std::size_t figure_ = 0;
};

}  // namespace

bool may_be_of_earlier_time(const FigureWords& figure) {
  return Sentence(figure).tells_earlier_time() || has_any(figure.paragraph, kPartly) ||
         has_any(figure.after, kPartly);
}

Words days_of_saying(const FigureWords& figure) {
  return Sentence(figure).said_on();
}

}  // namespace concord::advise
