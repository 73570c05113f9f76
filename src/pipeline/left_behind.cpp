#include "pipeline/left_behind.h"

#include <algorithm>

namespace concord::pipeline {
namespace {

/// A later version of an article tells its figures since it was changed.
std::optional<Timestamp> told_at(const Document& document) {
  const bool changed =
      document.updated && document.published && document.published->begin < document.updated->begin;
  const auto& told = changed ? document.updated : document.published;
  return told ? std::optional(told->begin) : std::nullopt;
}

void keep_first(std::optional<Timestamp>& first, const std::optional<Timestamp>& time) {
  if (time && (!first || *time < *first)) {
    first = time;
  }
}

std::optional<Decimal> number_in(const Fact& fact) {
  const auto* quantity = std::get_if<Quantity>(&fact.value);
  return quantity == nullptr ? std::nullopt : quantity->nominal;
}

/// What is told beside a statement of our own.
class Others {
 public:
  Others(const Findings& findings, const Finding& finding, FactId ours)
      : findings_(findings), ours_(findings.facts[ours.index]), number_(number_in(ours_)) {
    for (const Position& position : finding.positions) {
      rises_ =
          rises_ || (!position.superseded && std::ranges::any_of(position.facts, [&](FactId id) {
            const auto number = number_in(findings.facts[id.index]);
            return number && number_ && *number_ < *number;
          }));
    }
  }

  /// Another document's, and on that side of ours on which the figure of now lies.  Who had "at
  /// least 21" when ours was 24 left nobody behind.
  bool differs(const Fact& other) const {
    if (other.document == ours_.document || other.value == ours_.value) {
      return false;
    }
    const auto number = number_in(other);
    if (!number || !number_) {
      return true;
    }
    const Interval<Decimal>& told = std::get<Quantity>(other.value).hard;
    const bool allows =
        (told.low || told.high) && overlaps(told, Interval<Decimal>::exactly(*number_));
    return !allows && (rises_ ? *number_ < *number : *number < *number_);
  }

  std::optional<Timestamp> told(const Fact& fact) const {
    return told_at(findings_.documents[fact.document.index]);
  }

 private:
  const Findings& findings_;
  const Fact& ours_;
  std::optional<Decimal> number_;
  bool rises_ = false;
};

}  // namespace

std::optional<Timestamp> left_behind_since(const Findings& findings, const Finding& finding,
                                           FactId ours) {
  const Others others(findings, finding, ours);
  const auto published = others.told(findings.facts[ours.index]);
  std::optional<Timestamp> after;
  std::optional<Timestamp> standing;
  for (const Position& position : finding.positions) {
    for (const FactId id : position.facts) {
      const Fact& fact = findings.facts[id.index];
      if (!others.differs(fact)) {
        continue;
      }
      const auto told = others.told(fact);
      if (told && published && *published < *told) {
        keep_first(after, told);
      }
      if (!position.superseded) {
        keep_first(standing, told);
      }
    }
  }
  return after ? after : standing;
}

}  // namespace concord::pipeline
