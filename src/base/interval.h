#pragma once

#include <optional>
#include <utility>

namespace concord {

/// An interval of an ordered type; a missing bound is unbounded, a bound is closed unless said
/// open.
template <class T>
struct Interval {
  std::optional<T> low;
  std::optional<T> high;
  bool low_open = false;
  bool high_open = false;

  static Interval exactly(T value) { return Interval{value, std::move(value)}; }
  bool bounded() const { return low && high; }
  friend bool operator==(const Interval&, const Interval&) = default;
};

/// True if every point of `first` is below every point of `second` (both bounds open at a shared
/// point, or one of them, leave no common point).
template <class T>
bool is_before(const Interval<T>& first, const Interval<T>& second) {
  if (!first.high || !second.low) {
    return false;
  }
  if (*first.high < *second.low) {
    return true;
  }
  return !(*second.low < *first.high) && (first.high_open || second.low_open);
}

/// True if the two share at least one point.  Symmetric.
template <class T>
bool overlaps(const Interval<T>& first, const Interval<T>& second) {
  return !is_before(first, second) && !is_before(second, first);
}

/// True if every point of `inner` lies in `outer`.
template <class T>
bool contains(const Interval<T>& outer, const Interval<T>& inner) {
  const auto low_ok = [&] {
    if (!outer.low)
      return true;
    if (!inner.low || *inner.low < *outer.low)
      return false;
    return *outer.low < *inner.low || !outer.low_open || inner.low_open;
  };
  const auto high_ok = [&] {
    if (!outer.high)
      return true;
    if (!inner.high || *outer.high < *inner.high)
      return false;
    return *inner.high < *outer.high || !outer.high_open || inner.high_open;
  };
  return low_ok() && high_ok();
}

}  // namespace concord
