#include "normalize/relative_times.h"
#include "normalize/time_parts.h"

namespace concord::normalize {
namespace {

enum class ThirdName : std::uint8_t { none, start, mid, end };

struct ThirdAt {
  ThirdName name = ThirdName::none;
  std::uint32_t end = 0;
  bool compared = false;  // "earlier": than publication
  bool of = false;        // "the end of"
};

ThirdName third_named(Cue cue) {
  switch (cue) {
    case Cue::start:
    case Cue::early:
    case Cue::earlier:
      return ThirdName::start;
    case Cue::mid:
      return ThirdName::mid;
    case Cue::end:
    case Cue::late:
    case Cue::later:
      return ThirdName::end;
    default:
      return ThirdName::none;
  }
}

// "early", "mid-", "later in", "the end of"
ThirdAt third_at(const Scan& scan, std::uint32_t at) {
  std::uint32_t next = at + (scan.is(at, Cue::the) ? 1U : 0U);
  const Cue cue = scan.cue(next);
  const ThirdName name = third_named(cue);
  const bool noun = cue == Cue::start || cue == Cue::end || scan.says(next, "middle");
  const bool compared = cue == Cue::earlier || cue == Cue::later;
  if (name == ThirdName::none || (noun && !scan.is(next + 1, Cue::of)) ||
      (compared && next != at)) {
    return {};
  }
  next += 1 + (noun || scan.dash(next + 1) ? 1U : 0U);
  return {name, next, compared, noun};
}

// "late in the day Friday", "earlier in the day on 3 May": of the day that is named behind
std::uint32_t past_bare_day(const Scan& scan, std::uint32_t at) {
  const bool bare = scan.is(at, Cue::in) && scan.is(at + 1, Cue::the) && scan.says(at + 2, "day");
  const std::uint32_t named = at + 3 + (scan.is(at + 3, Cue::on) ? 1U : 0U);
  const bool day = scan.word(named).weekday != 0 || scan.word(named).month != 0 ||
                   (scan.is(at + 3, Cue::on) && scan.is_number(named));
  return bare && day ? named : at;
}

void narrow(Period& period, ThirdName third) {
  constexpr std::string_view kMods[] = {"", "START", "MID", "END"};
  period.span.mod = kMods[static_cast<std::size_t>(third)];
  if (!period.span.begin || !period.span.end) {
    return;
  }
  period.span.has_clock = period.span.has_clock || period.grain == Grain::day;
  // "last night" holds the hours after midnight too, but late in it is before two
  const bool over = period.grain == Grain::day_part &&
                    period.span.end->seconds - period.span.begin->seconds == kSecondsPerDay / 2;
  if (over) {
    period.span.end = Timestamp{period.span.end->seconds - kSecondsPerDay / 4};
  }
  Third part = third_of(period, static_cast<int>(third) - 1);
  if (over && third == ThirdName::end) {
    part.end = Timestamp{part.end.seconds + kSecondsPerDay / 12};
  }
  period.span.begin = part.begin;
  period.span.end = part.end;
}

// "earlier this month" ends with publication, "later today" begins with it.
void bound_by_publication(Period& period, ThirdName third,
                          const std::optional<Timestamp>& publication) {
  TimeSpan& span = period.span;
  span.mod = third == ThirdName::start ? "START" : "END";
  const bool within = publication && span.begin && span.end && *span.begin < *publication &&
                      *publication < *span.end;
  if (within) {
    (third == ThirdName::start ? span.end : span.begin) = *publication;
  }
}

}  // namespace

std::optional<TimePart> read_third(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  const ThirdAt third = third_at(scan, at);
  if (third.name == ThirdName::none) {
    return std::nullopt;
  }
  std::uint32_t next = past_bare_day(scan, third.end);
  next += scan.is(next, Cue::in) || scan.is(next, Cue::on) ? 1U : 0U;
  const bool joined = third.of || next != third.end;
  const std::uint32_t name = next + (joined && scan.is(next, Cue::the) ? 1U : 0U);
  auto part = read_part(at_time, name);
  if (!part && joined) {
    part = read_whole_unit(at_time, next);
  }
  if (!part || part->period.grain == Grain::reference || part->period.grain == Grain::clock) {
    return std::nullopt;
  }
  if (third.compared) {
    bound_by_publication(part->period, third.name, at_time.reading.reference);
  } else {
    narrow(part->period, third.name);
  }
  part->core_begin = part->begin;
  part->begin = at;
  return part;
}

}  // namespace concord::normalize
