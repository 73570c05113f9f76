#include <array>

#include "normalize/date_parts.h"
#include "normalize/lunar.h"
#include "normalize/relative_times.h"

namespace concord::normalize {
namespace {

using enum HolidayRule;

// `which` of a date: what is done when the day falls on a weekend.
constexpr int kSaturdayForSunday = 1;  // the Netherlands' Koningsdag
constexpr int kWorkingDay = 2;         // the nearest

// Feasts and days that English-language news names.  Sources: 5 U.S.C. 6103 and 36 U.S.C. ch. 1 for
// the United States; Banking and Financial Dealings Act 1971 for the United Kingdom; the United
// Nations' list of international days; the calendars of lunar.h for the rest.
constexpr HolidayRow kHolidays[] = {
    {"new year 's day|new year 's|new year day|new years day|new years", date, 1, 1},
    {"new year 's eve|new years eve|new year eve", date, 12, 31},
    {"epiphany", date, 1, 6},
    {"orthodox christmas|russian christmas", date, 1, 7},
    {"australia day", date, 1, 26},
    {"holocaust memorial day", date, 1, 27},
    {"groundhog day", date, 2, 2},
    {"valentine 's day|valentines day|valentine day|valentine ' s day", date, 2, 14},
    {"international women 's day|women 's day", date, 3, 8},
    {"st patrick 's day|st . patrick 's day|saint patrick 's day|st patricks day|saint patricks "
     "day|st . paddy 's day|saint paddy 's day|st paddy 's day|saint patrick",
     date, 3, 17},
    {"april fools|april fool 's day|april fools ' day|april fools day", date, 4, 1},
    {"earth day", date, 4, 22},
    {"anzac day", date, 4, 25},
    {"may day|international workers ' day", date, 5, 1},
    {"cinco de mayo", date, 5, 5},
    {"victory day", date, 5, 9},
    {"juneteenth", date, 6, 19},
    {"canada day", date, 7, 1},
    {"independence day|fourth of july|the fourth of july", date, 7, 4},
    {"bastille day", date, 7, 14},
    {"halloween|hallowe'en", date, 10, 31},
    {"all saints ' day|all saints day", date, 11, 1},
    {"all souls ' day|all souls day", date, 11, 2},
    {"guy fawkes night|bonfire night|guy fawkes day", date, 11, 5},
    {"veterans day|veteran 's day|armistice day|remembrance day", date, 11, 11},
    {"christmas eve|xmas eve", date, 12, 24},
    {"christmas day|christmas|xmas|xmas day", date, 12, 25},
    {"boxing day|st stephen 's day", date, 12, 26},
    {"twelfth night", date, 1, 5},
    {"orthodox christmas eve|russian christmas eve", date, 1, 6},
    {"orthodox new year|old new year", date, 1, 14},
    {"inauguration day", date, 1, 20},
    {"burns night", date, 1, 25},
    {"candlemas", date, 2, 2},
    {"world cancer day", date, 2, 4},
    {"waitangi day", date, 2, 6},
    {"world radio day", date, 2, 13},
    {"international mother language day", date, 2, 21},
    {"st david 's day|st . david 's day|st davids day", date, 3, 1},
    {"world wildlife day", date, 3, 3},
    {"pi day", date, 3, 14},
    {"international day of happiness|world happiness day", date, 3, 20},
    {"world poetry day", date, 3, 21},
    {"world water day", date, 3, 22},
    {"world meteorological day", date, 3, 23},
    {"world tuberculosis day|world tb day", date, 3, 24},
    {"feast of the annunciation|annunciation day|lady day", date, 3, 25},
    {"world theatre day|world theater day", date, 3, 27},
    {"cesar chavez day", date, 3, 31},
    {"world autism awareness day|world autism day", date, 4, 2},
    {"world health day", date, 4, 7},
    {"ambedkar jayanti", date, 4, 14},
    {"tax day", date, 4, 15},
    {"st george 's day|st . george 's day|st georges day", date, 4, 23},
    {"world malaria day", date, 4, 25},
    {"international dance day", date, 4, 29},
    {"walpurgis night", date, 4, 30},
    {"world press freedom day", date, 5, 3},
    {"europe day", date, 5, 9},
    {"international nurses day|international nurses ' day", date, 5, 12},
    {"international day of families", date, 5, 15},
    {"africa day", date, 5, 25},
    {"world no tobacco day|world no - tobacco day", date, 5, 31},
    {"world environment day", date, 6, 5},
    {"world oceans day|world ocean day", date, 6, 8},
    {"world day against child labour|world day against child labor", date, 6, 12},
    {"world blood donor day", date, 6, 14},
    {"bloomsday", date, 6, 16},
    {"world refugee day", date, 6, 20},
    {"international yoga day|international day of yoga|world yoga day", date, 6, 21},
    {"world population day", date, 7, 11},
    {"mandela day|nelson mandela day|nelson mandela international day", date, 7, 18},
    {"world hepatitis day", date, 7, 28},
    {"international friendship day|international day of friendship", date, 7, 30},
    {"international youth day", date, 8, 12},
    {"assumption day|feast of the assumption|assumption of mary", date, 8, 15},
    {"world humanitarian day", date, 8, 19},
    {"women 's equality day", date, 8, 26},
    {"international literacy day|world literacy day", date, 9, 8},
    {"world suicide prevention day", date, 9, 10},
    {"patriot day", date, 9, 11},
    {"constitution day", date, 9, 17},
    {"international day of peace|international peace day|world peace day", date, 9, 21},
    {"world tourism day", date, 9, 27},
    {"michaelmas", date, 9, 29},
    {"international day of older persons", date, 10, 1},
    {"gandhi jayanti|gandhi 's birthday", date, 10, 2},
    {"german unity day|day of german unity", date, 10, 3},
    {"world teachers ' day|world teachers day|world teacher 's day", date, 10, 5},
    {"world mental health day", date, 10, 10},
    {"world food day", date, 10, 16},
    {"boss 's day|boss day|bosses ' day|bosses day", date, 10, 16, kWorkingDay},
    {"united nations day|un day", date, 10, 24},
    {"reformation day", date, 10, 31},
    {"day of the dead|dia de los muertos", date, 11, 2},
    {"singles ' day|singles day", date, 11, 11},
    {"world diabetes day", date, 11, 14},
    {"international men 's day", date, 11, 19},
    {"world children 's day|universal children 's day", date, 11, 20},
    {"st andrew 's day|st . andrew 's day|st andrews day", date, 11, 30},
    {"world aids day", date, 12, 1},
    {"st nicholas day|st . nicholas day|st nicholas ' day", date, 12, 6},
    {"pearl harbor day|pearl harbor remembrance day", date, 12, 7},
    {"feast of the immaculate conception|immaculate conception", date, 12, 8},
    {"human rights day", date, 12, 10},
    {"kwanzaa", date, 12, 26, 0, 0, 7},
    {"martin luther king day|martin luther king jr . day|martin luther king , jr . day|mlk day|mlk "
     "jr . day|martin luther king 's day",
     weekday, 1, 3, 1},
    {"presidents day|presidents ' day|president 's day|washington 's birthday", weekday, 2, 3, 1},
    {"mothering sunday", western, 0, -21},
    {"earth hour", weekday, 3, -1, 6},
    {"patriots ' day|patriots day|patriot 's day", weekday, 4, 3, 1},
    {"arbor day", weekday, 4, -1, 5},
    {"armed forces day", weekday, 5, 3, 6},
    {"early may bank holiday", weekday, 5, 1, 1},
    {"spring bank holiday", weekday, 5, -1, 1},
    {"summer bank holiday|august bank holiday", weekday, 8, -1, 1},
    {"grandparents day|grandparents ' day|grandparent 's day", weekday, 9, 1, 1, 6},
    {"canadian thanksgiving", weekday, 10, 2, 1},
    {"melbourne cup day", weekday, 11, 1, 2},
    {"small business saturday", weekday, 11, 4, 4, 2},
    {"giving tuesday", weekday, 11, 4, 4, 5},
    {"commonwealth day", weekday, 3, 2, 1},
    {"mother 's day|mothers day|mothers ' day", weekday, 5, 2, 0},
    {"memorial day", weekday, 5, -1, 1},
    {"father 's day|fathers day|fathers ' day", weekday, 6, 3, 0},
    {"labor day|labour day", weekday, 9, 1, 1},
    {"columbus day|indigenous peoples ' day", weekday, 10, 2, 1},
    {"election day", weekday, 11, 1, 1, 1},
    {"remembrance sunday", weekday, 11, 2, 0},
    {"thanksgiving|thanksgiving day|thanks giving day", weekday, 11, 4, 4},
    {"black friday", weekday, 11, 4, 4, 1},
    {"cyber monday", weekday, 11, 4, 4, 4},
    {"king 's day|koningsdag", date, 4, 27, kSaturdayForSunday},
    {"shrove tuesday|mardi gras|pancake day", western, 0, -47},
    {"ash wednesday", western, 0, -46},
    {"palm sunday", western, 0, -7},
    {"maundy thursday|holy thursday", western, 0, -3},
    {"good friday", western, 0, -2},
    {"easter saturday|holy saturday", western, 0, -1},
    {"easter|easter sunday|easter day", western, 0, 0},
    {"easter monday|easter mon", western, 0, 1},
    {"ascension day|ascension thursday", western, 0, 39},
    {"pentecost|whit sunday|whitsun|pentecost sunday|white sunday", western, 0, 49},
    {"whit monday|pentecost monday|monday of the holy spirit", western, 0, 50},
    {"trinity sunday", western, 0, 56},
    {"corpus christi", western, 0, 60},
    {"clean monday|orthodox shrove monday", orthodox, 0, -48},
    {"lazarus saturday", orthodox, 0, -8},
    {"orthodox palm sunday", orthodox, 0, -7},
    {"orthodox ascension day|orthodox ascension", orthodox, 0, 39},
    {"orthodox pentecost", orthodox, 0, 49},
    {"orthodox good friday", orthodox, 0, -2},
    {"orthodox easter|orthodox easter sunday", orthodox, 0, 0},
    {"orthodox easter monday", orthodox, 0, 1},
    // Jewish days begin at sunset of the day before
    {"tu bishvat|tu b'shevat", hebrew, 11, 15, 0, 0, 2},
    {"lag baomer|lag b'omer", hebrew, 2, 18, 0, 0, 2},
    {"purim", hebrew, 12, 14, 0, 0, 2},
    {"passover|pesach|pesah", hebrew, 1, 15, 0, 0, 9},
    {"yom hashoah|holocaust day|holocaust remembrance day", hebrew, 1, 27, 0, 0, 2},
    {"shavuot|shavuoth|feast of weeks", hebrew, 3, 6, 0, 0, 3},
    {"tisha b'av", hebrew, 5, 9, 0, 0, 2},
    {"rosh hashanah|rosh hashana|rosh ha shanah|rosh hashanna|jewish new year", hebrew, 7, 1, 0, 0,
     3},
    {"yom kippur|day of atonement", hebrew, 7, 10, 0, 0, 2},
    {"sukkot|sukkoth|feast of tabernacles", hebrew, 7, 15, 0, 0, 8},
    {"shemini atzeret", hebrew, 7, 22, 0, 0, 2},
    {"simchat torah", hebrew, 7, 23, 0, 0, 2},
    {"hanukkah|hanukah|hanukka|chanukah|chanukkah", hebrew, 9, 25, 0, 0, 9},
    {"islamic new year|muslim new year|hijri new year|arabic new year|amun jadid", islamic, 1, 1},
    {"ashura|day of ashura", islamic, 1, 10},
    {"mawlid|mawlid al - nabawi|mawlid al - nabi|milad un nabi|prophet 's birthday|the prophet 's "
     "birthday",
     islamic, 3, 12},
    {"arbaeen", islamic, 2, 20},
    {"shab - e - barat|mid - sha'ban", islamic, 8, 15},
    {"isra and mi'raj|the prophet 's ascension|ascension to heaven", islamic, 7, 27},
    {"ramadan|ramadhan|ramzan", islamic, 9, 1, 0, 0, 30},
    {"laylat al - qadr|laylat al qadr|laylat al kadr|night of power|night of measures", islamic, 9,
     27},
    {"jamat ul - vida|jumu'atul - wida|alvida jumma", islamic, 10, 1, 5},
    {"eid al - fitr|eid al fitr|eid ul - fitr|eid ul fitr|eid - ul - fitr|id ul - fitr|festival of "
     "breaking the fast|feast of breaking the fast",
     islamic, 10, 1},
    {"arafat day|day of arafah|day of arafat", islamic, 12, 9},
    {"eid al - adha|eid al adha|eid ul - adha|eid ul adha|eid - ul - adha|id ul - adha|bakr "
     "id|bakr "
     "eid|feast of the sacrifice|feast of sacrifice|sacrifice feast|festival of sacrifice",
     islamic, 12, 10},
    {"lunar new year|chinese new year|lunar new year 's day|chinese new year 's day|spring "
     "festival",
     chinese, 1, 1},
    {"lantern festival", chinese, 1, 15},
    {"seollal", chinese, 1, 1},
    {"dragon boat festival|duanwu", chinese, 5, 5},
    {"qixi festival|qixi", chinese, 7, 7},
    {"hungry ghost festival|ghost festival", chinese, 7, 15},
    {"double ninth festival|chongyang festival", chinese, 9, 9},
    {"mid - autumn festival|mid - autumn day|moon festival|chuseok", chinese, 8, 15},
    {"ugadi|gudi padwa|chaitra sukladi|chaitra sukhladi|hindu new year", hindu, 1, 1, 6},
    {"ram navami|rama navami", hindu, 1, 9, 12},
    {"mahavir jayanti|mahavir janma kalyanak", hindu, 1, 13, 6},
    {"hanuman jayanti", hindu, 1, 15, 6},
    {"vesak|wesak|vaisakha|buddha day|buddha purnima|buddha 's birthday", hindu, 2, 15, 6},
    {"guru purnima", hindu, 4, 15, 6},
    {"raksha bandhan|rakhi", hindu, 5, 15, 6},
    {"janmashtami|krishna janmashtami|gokulashtami", hindu, 5, 23, 24},
    {"ganesh chaturthi|vinayaka chaturthi", hindu, 6, 4, 12},
    {"navaratri|navratri", hindu, 7, 1, 6, 0, 9},
    {"durga puja", hindu, 7, 1, 6, -1, 10},
    {"dussehra|dasara|vijayadashami", hindu, 7, 10, 6, 0, 1},
    {"valmiki jayanti|pargat diwas", hindu, 7, 15, 6},
    {"karva chauth|karwa chauth", hindu, 7, 19, 20},
    {"dhanteras", hindu, 7, 28, 19},
    {"choti diwali|naraka chaturdashi|kali chaudas", hindu, 7, 30, 19, -1},
    {"diwali|deepavali|divali|lakshmi puja|festival of lights", hindu, 7, 30, 19},
    {"govardhan puja", hindu, 7, 30, 19, 1},
    {"bhai dooj|bhaiya dooj", hindu, 7, 30, 19, 2},
    {"chhath|chhath puja|dala puja", hindu, 8, 6, 6},
    {"guru gobind singh jayanti|guru govind singh jayanti|guru gobind singh birthday|guru gobind "
     "singh 's birthday",
     hindu, 10, 7, 6},
    {"guru nanak jayanti|gurpurab", hindu, 8, 15, 6},
    {"vasant panchami|basant panchami|saraswati puja", hindu, 11, 5, 7},
    {"guru ravidas jayanti|guru ravidass jayanti", hindu, 11, 15, 6},
    {"maha shivaratri|maha shivratri|mahashivratri", hindu, 11, 29, 24},
    {"holika dahan", hindu, 12, 15, 19},
    {"holi|dhulandi|phagwah|festival of colors|festival of colours", hindu, 12, 15, 19, 1},
    {"bhogi pandigai|bogi pandigai|lohri", sankranti, 9, -1},
    {"makar sankranti|pongal|thai pongal", sankranti, 9, 0},
    {"mattu pongal|maattu pongal", sankranti, 9, 1},
    {"kaanum pongal|kanni pongal", sankranti, 9, 2},
    {"vaisakhi|baisakhi|vaishakhi", sankranti, 0, 0},
    {"rabindra jayanti|rabindranath jayanti", sankranti, 0, 25},
};

std::int64_t weekday_in_month(const HolidayRow& row, int year) {
  const std::int64_t first = day_number(year, row.month, 1);
  if (row.day > 0) {
    const int ahead = (row.which - weekday_of(first) + 7) % 7;
    return first + ahead + std::int64_t{7} * (row.day - 1);
  }
  const std::int64_t last = day_number(year, row.month, days_in_month(year, row.month));
  return last - (weekday_of(last) - row.which + 7) % 7;
}

// A day that is kept on another when it falls on a weekend.
std::int64_t observed(const HolidayRow& row, std::int64_t day) {
  const int weekday = weekday_of(day);
  if (row.which == kSaturdayForSunday) {
    return weekday == 0 ? day - 1 : day;
  }
  if (row.which == kWorkingDay) {
    return weekday == 0 ? day + 1 : weekday == 6 ? day - 1 : day;
  }
  return day;
}

// The last `which` before the day; the day itself where none is named.
std::optional<std::int64_t> weekday_before(const HolidayRow& row, std::optional<std::int64_t> day) {
  return day && row.which != 0
             ? std::optional(*day - 1 - (weekday_of(*day) - 1 - row.which + 14) % 7)
             : day;
}

std::optional<std::int64_t> first_day(const HolidayRow& row, int year) {
  switch (row.rule) {
    case date:
      return observed(row, day_number(year, row.month, row.day));
    case weekday:
      return weekday_in_month(row, year);
    case western:
      return western_easter(year) + row.day;
    case orthodox:
      return orthodox_easter(year) + row.day;
    case hebrew:
      return hebrew_day(year, row.month, row.day) - 1;
    case islamic:
      return weekday_before(row, islamic_day(year, row.month, row.day));
    case chinese:
      return chinese_day(year, row.month, row.day);
    case hindu:
      return hindu_day(year, row.month, row.day, row.which);
    case sankranti:
      return sankranti_day(year, row.month) + row.day;
  }
  return std::nullopt;
}

std::optional<Period> holiday_period(const HolidayRow& row, int year) {
  const auto first = year >= 1 && year <= 9998 ? first_day(row, year) : std::nullopt;
  if (!first) {
    return std::nullopt;
  }
  Period made = day_period(*first + row.offset);
  if (row.days > 1 && made.span.begin) {
    made.span.end = Timestamp{made.span.begin->seconds + kSecondsPerDay * row.days};
  }
  return made;
}

// The year of the holiday that a sentence means: the one to come, the one gone by, or the nearest.
std::optional<Period> told_holiday(const TimeScan& at_time, const HolidayRow& row, std::uint32_t at,
                                   Step step) {
  const std::int64_t today = *at_time.today();
  const int year = civil_of(today).year;
  if (step == Step::here) {
    return holiday_period(row, year);
  }
  const bool ahead =
      step == Step::ahead ||
      (step == Step::none &&
       direction(at_time.scan, at).value_or(at_time.reading.prefer) == Prefer::future);
  // unasked, a holiday at most two months away is the one of this year
  const std::int64_t latest = step == Step::back ? today - 1 : today + 60;
  const std::int64_t earliest = step == Step::ahead ? today + 1 : today;
  std::optional<Period> best;
  for (int i = 0; i < 3; ++i) {
    const auto period = holiday_period(row, ahead ? year - 1 + i : year + 1 - i);
    const bool fits =
        period && period->span.begin &&
        (ahead ? day_of(*period->span.begin) >= earliest : day_of(*period->span.begin) <= latest);
    if (fits) {
      best = period;
      break;
    }
  }
  return best;
}

struct Named {
  const HolidayRow* row = nullptr;
  std::uint32_t end = 0;
};

Named holiday_at(const Scan& scan, std::uint32_t at) {
  const auto hit = scan.vocabulary().holidays.starting(scan.from(at));
  return hit ? Named{&kHolidays[hit.payload], at + hit.length} : Named{};
}

}  // namespace

std::span<const HolidayRow> holiday_rows() {
  return kHolidays;
}

namespace {

// "the Easter weekend", "Labor Day weekend": the days off work that the holiday is one of
std::optional<Period> holiday_weekend(const HolidayRow& row, const Period& day) {
  if (!day.span.begin || row.days > 1) {
    return std::nullopt;
  }
  const std::int64_t holiday = day_of(*day.span.begin);
  const bool easter = row.rule == HolidayRule::western && row.day == 0;
  std::int64_t first = holiday;
  std::int64_t end = holiday + 1;
  switch (weekday_of(holiday)) {
    case 0:
      first -= easter ? 2 : 1;
      end += easter ? 1 : 0;
      break;
    case 1:
      first -= 2;
      break;
    case 4:
    case 5:
    case 6:
      end = holiday + 8 - weekday_of(holiday);
      break;
    default:
      return weekend_period(holiday);
  }
  const std::string timex = weekend_period(holiday - (weekday_of(holiday) == 1 ? 7 : 0)).span.timex;
  return days_period(first, end, timex, Grain::weekend);
}

bool is_weekend(const Scan& scan, std::uint32_t at) {
  return scan.word(at).time_unit == TimeUnit::weekend && !scan.has(at, plural);
}

}  // namespace

namespace {

// "Independence Day, 15 August": told with another day than the one this name has in the table
bool is_dated_otherwise(const TimeScan& at_time, std::uint32_t end, const Period& day) {
  const Scan& scan = at_time.scan;
  const bool beside = scan.mark(end, ',') || scan.mark(end, '(') || scan.is(end, Cue::on);
  auto dated = beside ? read_day_first(at_time, end + 1) : std::nullopt;
  dated = dated || !beside ? dated : read_month_first(at_time, end + 1);
  if (!dated || dated->period.grain != Grain::day || !dated->period.span.begin || !day.span.begin) {
    return false;
  }
  const CivilTime told = civil_of(day_of(*dated->period.span.begin));
  const CivilTime known = civil_of(day_of(*day.span.begin));
  return told.month != known.month || told.day != known.day;
}

}  // namespace

std::optional<TimePart> read_holiday(const TimeScan& at_time, std::uint32_t at) {
  const Scan& scan = at_time.scan;
  StepAt step;
  std::uint32_t begin = at;
  Named named = holiday_at(scan, at);
  if (named.row == nullptr) {
    step = step_at(scan, at);
    begin = step.step != Step::none ? step.end : at + (scan.is(at, Cue::the) ? 1U : 0U);
    named = begin != at ? holiday_at(scan, begin) : Named{};
  }
  if (named.row == nullptr) {
    return std::nullopt;
  }
  const bool weekend = is_weekend(scan, named.end);
  const std::uint32_t from = step.step == Step::none && !weekend ? begin : at;
  named.end += weekend ? 1U : 0U;
  const auto of_days = [&](std::optional<Period> day) {
    return day && weekend ? holiday_weekend(*named.row, *day) : std::move(day);
  };
  if (const auto year = year_after(at_time, named.end)) {
    const auto period = of_days(holiday_period(*named.row, year->year));
    return period ? std::optional(TimePart{from, year->end, *period}) : std::nullopt;
  }
  if (!at_time.today()) {
    Period open = open_period(Grain::day, open_unit(TimeUnit::day));
    return TimePart{from, named.end, open};
  }
  const auto period = of_days(told_holiday(at_time, *named.row, at, step.step));
  return period && !is_dated_otherwise(at_time, named.end, *period)
             ? std::optional(present_part(from, named.end, *period))
             : std::nullopt;
}

}  // namespace concord::normalize
