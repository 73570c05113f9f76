#include "normalize/duration_values.h"

namespace concord::normalize {
namespace {

std::optional<Decimal> times(const std::optional<Decimal>& amount, std::int64_t factor) {
  return amount ? multiply(*amount, Decimal(factor)) : std::nullopt;
}

Interval<Decimal> times(const Interval<Decimal>& amounts, std::int64_t factor) {
  return {times(amounts.low, factor), times(amounts.high, factor), amounts.low_open,
          amounts.high_open};
}

struct IsoUnit {
  std::int64_t factor;  // decades are ten years
  bool of_day;          // written after the T
  char letter;
  std::int64_t smaller;  // how many of the next smaller ISO unit make one; 0: fractions stay
  char smaller_letter;
};

IsoUnit iso_unit(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::second:
      return {1, true, 'S', 0, 0};
    case TimeUnit::minute:
      return {1, true, 'M', 60, 'S'};
    case TimeUnit::hour:
      return {1, true, 'H', 60, 'M'};
    case TimeUnit::week:
      return {1, false, 'W', 0, 0};
    case TimeUnit::fortnight:
      return {2, false, 'W', 0, 0};
    case TimeUnit::month:
      return {1, false, 'M', 0, 0};
    case TimeUnit::quarter:
      return {1, false, 'Q', 0, 0};
    case TimeUnit::season:
      return {3, false, 'M', 0, 0};
    case TimeUnit::half_year:
      return {6, false, 'M', 0, 0};
    case TimeUnit::year:
      return {1, false, 'Y', 12, 'M'};
    case TimeUnit::decade:
      return {10, false, 'Y', 12, 'M'};
    case TimeUnit::century:
      return {100, false, 'Y', 12, 'M'};
    case TimeUnit::weekend:
      return {2, false, 'D', 0, 0};
    default:
      return {1, false, 'D', 0, 0};
  }
}

// "decade" and "century" of an unsaid number keep their own letters (TIMEX3: PXE, PXC).
std::string vague_iso(TimeUnit unit) {
  const IsoUnit iso = iso_unit(unit);
  const char letter = unit == TimeUnit::decade ? 'E' : unit == TimeUnit::century ? 'C' : iso.letter;
  return std::string(iso.of_day ? "PTX" : "PX") + letter;
}

Bounds unsaid_number() {
  return {{Decimal(2), std::nullopt}, {Decimal(2), Decimal(20)}};
}

void shift(Interval<Decimal>& interval, const Decimal& by) {
  if (interval.low)
    interval.low = add(*interval.low, by);
  if (interval.high)
    interval.high = add(*interval.high, by);
}

// After "PT2H" comes "30M"; after "P1Y" comes "T5H" once.
void append_iso(std::string& iso, const std::string& part) {
  const bool timed = part.size() > 1 && part[1] == 'T';
  const bool has_time = iso.find('T') != std::string::npos;
  iso += part.substr(timed && has_time ? 2 : 1);
}

}  // namespace

std::int64_t seconds_in(TimeUnit unit) {
  const TimeUnitSize size = size_of(unit);
  return size.seconds + size.months * kSecondsPerMonth;
}

void fill(Duration& duration, const Bounds& amounts, TimeUnit unit) {
  const std::int64_t seconds = seconds_in(unit);
  duration.seconds = times(amounts.hard, seconds);
  duration.soft_seconds = times(amounts.soft, seconds);
  if (const std::int64_t months = size_of(unit).months; months != 0) {
    duration.months = times(amounts.hard, months);
  }
  duration.unit = time_unit_name(unit);
}

Duration of_one(TimeUnit unit, Hedge hedge) {
  const Number one{.value = Decimal(1)};
  Duration duration;
  fill(duration, number_bounds(one, hedge, false), unit);
  duration.amount = Decimal(1);
  duration.nominal_seconds = Decimal(seconds_in(unit));
  duration.iso = iso_duration(Decimal(1), unit);
  duration.hedge = hedge;
  return duration;
}

Duration of_unsaid_number(TimeUnit unit) {
  Duration duration;
  fill(duration, unsaid_number(), unit);
  duration.iso = vague_iso(unit);
  duration.hedge = Hedge::vague;
  return duration;
}

void add_part(Duration& duration, const Decimal& amount, TimeUnit unit) {
  const auto seconds = multiply(amount, Decimal(seconds_in(unit)));
  if (!seconds) {
    return;
  }
  shift(duration.seconds, *seconds);
  shift(duration.soft_seconds, *seconds);
  if (duration.nominal_seconds)
    duration.nominal_seconds = add(*duration.nominal_seconds, *seconds);
  const std::int64_t months = size_of(unit).months;
  const auto calendar = multiply(amount, Decimal(months));
  if (months != 0 && calendar && duration.months.low)
    shift(duration.months, *calendar);
  append_iso(duration.iso, iso_duration(amount, unit));
  duration.amount.reset();  // "2 hours 30 minutes" has no one amount
  duration.unit.clear();
}

std::string iso_duration(const std::optional<Decimal>& amount, TimeUnit unit) {
  if (!amount) {
    return vague_iso(unit);
  }
  const IsoUnit iso = iso_unit(unit);
  const auto scaled_amount = multiply(*amount, Decimal(iso.factor));
  if (!scaled_amount) {
    return vague_iso(unit);
  }
  const Decimal value = normalized(*scaled_amount);
  std::string text = iso.of_day ? "PT" : "P";
  if (value.is_whole() || iso.smaller == 0 || value.is_negative() || Decimal(1000000) < value) {
    return text + to_string(value) + iso.letter;
  }
  // 2.5 years are P2Y6M; what does not come out whole stays a decimal
  const auto whole = static_cast<std::int64_t>(value.to_double());
  const auto rest = subtract(value, Decimal(whole));
  const auto smaller = rest ? multiply(*rest, Decimal(iso.smaller)) : std::nullopt;
  if (!smaller || !smaller->is_whole()) {
    return text + to_string(value) + iso.letter;
  }
  if (whole != 0) {
    text += std::to_string(whole) + iso.letter;
  }
  return text + to_string(normalized(*smaller)) + iso.smaller_letter;
}

Duration duration_of(const Amount& amount, Hedge hedge) {
  const TimeUnit unit = amount.unit.time;
  const Number& number = amount.number;
  Duration duration;
  const Bounds bounds = number_bounds(number, hedge, false);
  fill(duration, bounds, unit);
  if (number.form == NumberForm::vague) {
    duration.hedge = Hedge::vague;
    duration.iso = vague_iso(unit);
    return duration;
  }
  duration.hedge = hedge == Hedge::exact && number.approximate_form ? Hedge::rounded : hedge;
  duration.amount = number.value;
  duration.nominal_seconds = multiply(number.value, Decimal(seconds_in(unit)));
  duration.iso = iso_duration(number.value, unit);
  return duration;
}

Duration duration_between(const Amount& low, const Amount& high) {
  Duration duration;
  const TimeUnit low_unit = low.unit.time == TimeUnit::none ? high.unit.time : low.unit.time;
  Duration first;
  fill(first, number_bounds(low.number, Hedge::exact, false), low_unit);
  fill(duration, number_bounds(high.number, Hedge::exact, false), high.unit.time);
  duration.seconds.low = first.seconds.low;
  duration.soft_seconds.low = first.soft_seconds.low;
  duration.months.low = first.months.low;
  duration.hedge = Hedge::between;
  duration.iso = iso_duration(
      low.number.form == NumberForm::vague ? std::nullopt : std::optional(low.number.value),
      low_unit);
  return duration;
}

}  // namespace concord::normalize
