#include "normalize/words.h"

#include <span>
#include <string>

#include "normalize/phrases.h"

namespace concord::normalize {
namespace {

struct NumberWord {
  std::string_view words;
  NumberRole role;
  std::int16_t value = 0;
};

using enum NumberRole;

static constexpr NumberWord kNumberWords[] = {
    {"zero", unit, 0},
    {"one", unit, 1},
    {"two", unit, 2},
    {"three", unit, 3},
    {"four", unit, 4},
    {"five", unit, 5},
    {"six", unit, 6},
    {"seven", unit, 7},
    {"eight", unit, 8},
    {"nine", unit, 9},
    {"ten", unit, 10},
    {"eleven", unit, 11},
    {"twelve", unit, 12},
    {"thirteen", unit, 13},
    {"fourteen", unit, 14},
    {"fifteen", unit, 15},
    {"sixteen", unit, 16},
    {"seventeen", unit, 17},
    {"eighteen", unit, 18},
    {"nineteen", unit, 19},
    {"twenty", tens, 20},
    {"thirty", tens, 30},
    {"forty|fourty", tens, 40},
    {"fifty", tens, 50},
    {"sixty", tens, 60},
    {"seventy", tens, 70},
    {"eighty", tens, 80},
    {"ninety", tens, 90},
    {"hundred", hundred, 2},
    {"thousand", magnitude, 3},
    {"million", magnitude, 6},
    {"billion", magnitude, 9},
    {"trillion", magnitude, 12},
    {"quadrillion", magnitude, 15},
    {"quintillion", magnitude, 18},
    {"sextillion", magnitude, 21},
    {"lakh|lac|lkh", magnitude, 5},
    {"crore|krore", magnitude, 7},
    {"bn|b|bln", letter_magnitude, 9},
    {"mn|m|mln|mil|mm", letter_magnitude, 6},
    {"k", letter_magnitude, 3},
    {"tn|trn|t|tln", letter_magnitude, 12},
    {"cr", letter_magnitude, 7},
    {"dozen", dozen, 12},
    {"dozens", dozens, 12},
    {"scores", scores, 20},
    {"tens", plural_magnitude, 1},
    {"hundreds", plural_magnitude, 2},
    {"thousands", plural_magnitude, 3},
    {"millions", plural_magnitude, 6},
    {"billions", plural_magnitude, 9},
    {"trillions", plural_magnitude, 12},
    {"lakhs|lacs|lkhs", plural_magnitude, 5},
    {"crores|krores", plural_magnitude, 7},
    {"first", ordinal_unit, 1},
    {"second", ordinal_unit, 2},
    {"third", ordinal_unit, 3},
    {"fourth", ordinal_unit, 4},
    {"fifth", ordinal_unit, 5},
    {"sixth", ordinal_unit, 6},
    {"seventh", ordinal_unit, 7},
    {"eighth", ordinal_unit, 8},
    {"ninth", ordinal_unit, 9},
    {"tenth", ordinal_unit, 10},
    {"eleventh", ordinal_unit, 11},
    {"twelfth", ordinal_unit, 12},
    {"thirteenth", ordinal_unit, 13},
    {"fourteenth", ordinal_unit, 14},
    {"fifteenth", ordinal_unit, 15},
    {"sixteenth", ordinal_unit, 16},
    {"seventeenth", ordinal_unit, 17},
    {"eighteenth", ordinal_unit, 18},
    {"nineteenth", ordinal_unit, 19},
    {"twentieth", ordinal_tens, 20},
    {"thirtieth", ordinal_tens, 30},
    {"fortieth", ordinal_tens, 40},
    {"fiftieth", ordinal_tens, 50},
    {"sixtieth", ordinal_tens, 60},
    {"seventieth", ordinal_tens, 70},
    {"eightieth", ordinal_tens, 80},
    {"ninetieth", ordinal_tens, 90},
    {"hundredth", ordinal_power, 2},
    {"thousandth", ordinal_power, 3},
    {"millionth", ordinal_power, 6},
    {"billionth", ordinal_power, 9},
    {"trillionth", ordinal_power, 12},
    {"half|halves", fraction, 2},
    {"quarter", fraction, 4},
    {"thirds", fraction_plural, 3},
    {"quarters|fourths", fraction_plural, 4},
    {"fifths", fraction_plural, 5},
    {"sixths", fraction_plural, 6},
    {"sevenths", fraction_plural, 7},
    {"eighths", fraction_plural, 8},
    {"ninths", fraction_plural, 9},
    {"tenths", fraction_plural, 10},
    {"elevenths", fraction_plural, 11},
    {"twelfths", fraction_plural, 12},
    {"thirteenths", fraction_plural, 13},
    {"fourteenths", fraction_plural, 14},
    {"fifteenths", fraction_plural, 15},
    {"sixteenths", fraction_plural, 16},
    {"seventeenths", fraction_plural, 17},
    {"eighteenths", fraction_plural, 18},
    {"nineteenths", fraction_plural, 19},
    {"twentieths", fraction_plural, 20},
    {"thirtieths", fraction_plural, 30},
    {"fortieths", fraction_plural, 40},
    {"fiftieths", fraction_plural, 50},
    {"sixtieths", fraction_plural, 60},
    {"seventieths", fraction_plural, 70},
    {"eightieths", fraction_plural, 80},
    {"ninetieths", fraction_plural, 90},
    {"hundredths", power_plural, 2},
    {"thousandths", power_plural, 3},
    {"millionths", power_plural, 6},
    {"billionths", power_plural, 9},
    {"trillionths", power_plural, 12},
    {"few", vague, static_cast<std::int16_t>(VagueWord::few)},
    {"handful", vague, static_cast<std::int16_t>(VagueWord::handful)},
    {"several", vague, static_cast<std::int16_t>(VagueWord::several)},
    {"couple", vague, static_cast<std::int16_t>(VagueWord::couple)},
    {"pair", vague, static_cast<std::int16_t>(VagueWord::pair)},
    {"multiple", vague, static_cast<std::int16_t>(VagueWord::multiple)},
    {"th|st|nd|rd", ordinal_suffix},
};

struct NumberName {
  std::string_view words;
  std::int8_t number;
  bool ambiguous = false;  // also a common word: needs a capital letter
};

static constexpr NumberName kMonths[] = {
    {"january|jan|jan.", 1},
    {"february|feb|feb.", 2},
    {"march|mar|mar.", 3, true},
    {"april|apr|apr.", 4},
    {"may", 5, true},
    {"june|jun|jun.", 6},
    {"july|jul|jul.", 7},
    {"august", 8, true},
    {"aug|aug.", 8},
    {"september|sept|sept.|sep|sep.", 9},
    {"october|oct|oct.", 10},
    {"november|nov|nov.", 11},
    {"december|dec|dec.", 12},
};

static constexpr NumberName kWeekdays[] = {
    {"sunday|sundays|sun.", 1},
    {"monday|mondays|mon.", 2},
    {"tuesday|tuesdays|tue|tues|tue.|tues.", 3},
    {"wednesday|wednesdays|wed.|weds|weds.", 4},
    {"thursday|thursdays|thu|thur|thurs|thu.|thur.|thurs.", 5},
    {"friday|fridays|fri|fri.", 6},
    {"saturday|saturdays|sat.", 7},
    {"sun", 1, true},
    {"mon", 2, true},
    {"wed", 4, true},
    {"sat", 7, true},
};

static constexpr NumberName kSeasons[] = {
    {"spring", 1},
    {"springtime", 1},
    {"summer|summers|summertime", 2},
    {"autumn|fall", 3},
    {"winter|winters|wintertime", 4},
};

struct TimeUnitWord {
  std::string_view singular;
  std::string_view plural_words;
  TimeUnit unit;
};

static constexpr TimeUnitWord kTimeUnits[] = {
    {"second|sec", "seconds|secs", TimeUnit::second},
    {"minute|min", "minutes|mins", TimeUnit::minute},
    {"hour|hr|h", "hours|hrs", TimeUnit::hour},
    {"day", "days", TimeUnit::day},
    {"night", "nights", TimeUnit::night},
    {"weekend|week-end|wkend", "weekends", TimeUnit::weekend},
    {"week|wk", "weeks|wks", TimeUnit::week},
    {"fortnight", "fortnights", TimeUnit::fortnight},
    {"month", "months|mos", TimeUnit::month},
    {"quarter|qtr", "quarters|qtrs", TimeUnit::quarter},
    {"year|yr", "years|yrs", TimeUnit::year},
    {"decade", "decades", TimeUnit::decade},
    {"century", "centuries", TimeUnit::century},
};

struct DayPartWord {
  std::string_view words;
  DayPart part;
};

static constexpr DayPartWord kDayParts[] = {
    {"dawn|daybreak|sunrise", DayPart::dawn},
    {"morning|mornings", DayPart::morning},
    {"midday|lunchtime", DayPart::midday},
    {"afternoon|afternoons", DayPart::afternoon},
    {"evening|evenings|dusk|sunset", DayPart::evening},
    {"night|nights|nighttime", DayPart::night},
};

struct CueWord {
  std::string_view words;
  Cue cue;
};

static constexpr CueWord kCues[] = {
    {"a|an", Cue::a},
    {"the", Cue::the},
    {"of", Cue::of},
    {"and|&", Cue::and_word},
    {"or", Cue::or_word},
    {"to|till|thru|through", Cue::to},
    {"in", Cue::in},
    {"on", Cue::on},
    {"at", Cue::at},
    {"by", Cue::by},
    {"from", Cue::from},
    {"between", Cue::between},
    {"until", Cue::until},
    {"since", Cue::since},
    {"during", Cue::during},
    {"for", Cue::for_word},
    {"as", Cue::as},
    {"than", Cue::than},
    {"minus|negative", Cue::minus},
    {"point", Cue::point},
    {"aged|ages", Cue::aged},
    {"age", Cue::age},
    {"old|olds", Cue::old},
    {"no", Cue::no},
    {"none", Cue::none_word},
    {"nobody", Cue::nobody},
    {"both", Cue::both},
    {"sole|lone", Cue::sole},
    {"single", Cue::only},
    {"out", Cue::out},
    {"every|each", Cue::every},
    {"last", Cue::last},
    {"next", Cue::next},
    {"this", Cue::this_word},
    {"that|those|these", Cue::that},
    {"past", Cue::past},
    {"coming|upcoming", Cue::coming},
    {"previous|preceding", Cue::previous},
    {"following", Cue::following},
    {"early", Cue::early},
    {"mid|middle", Cue::mid},
    {"late", Cue::late},
    {"earlier", Cue::earlier},
    {"later", Cue::later},
    {"ago", Cue::ago},
    {"before", Cue::before},
    {"after", Cue::after},
    {"start|beginning", Cue::start},
    {"end", Cue::end},
    {"more|additional|further|extra|other", Cue::more},
    {"another", Cue::another},
    {"fiscal", Cue::fiscal},
    {"o'clock|oclock", Cue::oclock},
    {"am|a.m|a.m.", Cue::am},
    {"pm|p.m|p.m.", Cue::pm},
    {"noon|midday", Cue::noon},
    {"midnight", Cue::midnight},
    {"s|'s", Cue::s},
    {"his|her|their|its|my|our|your", Cue::his},
    {"current|latest", Cue::current},
    {"recent", Cue::recent},
    {"whole|entire|full", Cue::whole},
    {"long", Cue::long_word},
    {"now", Cue::now},
    {"period", Cue::period},
    {"one", Cue::one},
};

struct FlaggedWords {
  std::string_view words;
  WordFlag flag;
};

static constexpr FlaggedWords kFlags[] = {
    {"woman|man|mother|father|wife|husband|son|daughter|boy|girl|brother|sister|driver|student|"
     "teacher|"
     "suspect|victim|gunman|widow|widower|grandmother|grandfather|resident|farmer|soldier|officer|"
     "lawyer|doctor|nurse|engineer|actor|actress|singer|colleague|girlfriend|boyfriend|partner|"
     "friend|"
     "neighbor|neighbour|uncle|aunt|cousin|nephew|niece|fiance|retiree|teenager|shopkeeper|pilot|"
     "child|toddler|baby|infant|pupil|worker|passenger|cyclist|fisherman|miner",
     person},
    {"people|persons|men|women|children|boys|girls|teens|teenagers|students|pupils|schoolchildren|"
     "schoolgirls|schoolboys|siblings|brothers|sisters|sons|daughters|cousins|friends|kids|adults|"
     "youths|juveniles|males|females|victims|suspects|officers|deputies|soldiers|sailors|workers|"
     "miners|passengers|hikers|climbers|tourists|drivers|teachers|nurses|residents|villagers|"
     "protesters|prisoners|inmates|firefighters|farmers|fishermen|twins|grandchildren|toddlers|"
     "players|cyclists|skiers|swimmers|pedestrians|neighbors|neighbours|relatives|others",
     persons},
    {"people|persons|men|women|children|soldiers|troops|workers|employees|jobs|votes|homes|houses|"
     "residents|civilians|fighters|passengers|families|students|patients|cases|deaths|police|"
     "officers|"
     "prisoners|refugees|migrants|members|buildings|structures|customers|households|casualties|"
     "dead|"
     "wounded|injured|injuries|others|victims|survivors|shares|copies|vehicles|cars|animals|birds|"
     "villagers|protesters|demonstrators|pilgrims|tourists|flights|hospitals|schools|shops|tents|"
     "bodies|militants|rebels|policemen|detainees|hostages|evacuees|delegates|seats|words|"
     "firefighters|"
     "pages|units|items|inmates|crew|staff|guests|fans|kids|adults|boys|girls|babies|missing|"
     "homeless",
     count_noun},
    {"news|image|photo|slide|abc|nbc|cbs|fox|bbc|itv|espn|cw|boeing|airbus|flight|highway|route|"
     "interstate|article|"
     "section|room|channel|chapter|apollo|"
     "terminal|gate|runway|proposition|resolution|psalm|windows|formula|platform|lot|autoroute|"
     "motorway|rte|hwy|extension|ext|version|bus|bmw|mercedes|porsche|antonov|tupolev|ilyushin|"
     "covid|sars|mig|su|il|ss|gpt|ios|android|no.|nos.|#|falcon|saturn|area|unit|soyuz|studio|"
     "radio|fm|tel|phone|fax|isbn|verse|line|pier|bay|box|exit|junction|page|pp|figure|fig|s&p|sp|"
     "ftse|fortune|"
     "stoxx|asx|nikkei|dax|cac|russell|nasdaq|game|model|iphone|ipad|galaxy|part|planet|voyager|"
     "stage|grade|"
     "level|phase|tier|class|volume|vol|act|scene|week|day|round|group|type|title|track|lot|"
     "platform|ward|"
     "district|precinct|zone|sector|unit|engine|truck|block|building|hall|pixel|playstation|xbox|"
     "rule|clause|amendment|"
     "category|schedule|annex|appendix|table|form|step|season|episode|question|option|lane|"
     "hurricane|fiat|saab|audi|apartment|apt|suite|office|docket|cessna|embraer|bombardier|"
     "flat|villa|plot|berth|hangar|carriage|"
     "gulfstream|learjet|beechcraft|fokker|sukhoi|leopard|abrams|merkava|challenger",
     name_head},
    {"street|st|st.|avenue|ave|ave.|road|rd|rd.|lane|drive|boulevard|blvd|blvd.|square|terrace|"
     "parkway|crescent|highway|broadway|way",
     street},
    {"won|win|wins|winning|beat|beats|beaten|beating|defeat|defeated|defeats|defeating|victory|"
     "loss|lost|lose|vote|voted|votes|"
     "voting|draw|drew|tie|tied|lead|led|trail|trailed|trailing|record|margin|score|scored|"
     "scoreline|"
     "verdict|ruling|split|nil|aggregate|majority|decision|half-time|halftime|favor|favour|"
     "advantage|leading|rout|routed",
     contest},
    {"rose|rise|rises|risen|rising|up|increased|increase|increases|increasing|gained|gain|gains|"
     "climbed|climb|climbs|jumped|jump|surged|surge|soared|grew|grow|grown|growing|growth|higher|"
     "advanced|added|swelled|doubled|accelerated|widened|edged|inched|rallied|rebounded",
     goes_up},
    {"fell|fall|falls|fallen|falling|down|decreased|decrease|declined|decline|declines|declining|"
     "dropped|drop|drops|dropping|slid|slipped|sank|plunged|plunge|tumbled|shrank|lower|reduced|"
     "cut|"
     "lost|lowered|slumped|eased|slow|slowed|slows|slowing|narrowed|plummeted|plummet|plunging|"
     "sliding|slide|decreasing|dip|dipped|shed|shrink|shrunk",
     goes_down},
    {"will|'ll|shall|scheduled|expected|due|slated|upcoming|tomorrow|next|payable|deadline|expects|"
     "plans|planned|planning|intends|intended|hopes|would|effective|must|should|may|might|begins|"
     "starts|opens|reopens|resumes|expires|convenes|ends|closes|lapses",
     future},
    {"was|were|had|did|said|killed|died|happened|occurred|told|reported|struck|hit|rose|fell|came|"
     "went|"
     "took|made|began|started|ended|announced|injured|arrested|been|found|ago|dead|attacked|"
     "earlier|"
     "since|exploded|crashed|opened|closed|posted|earned|sold|bought|left|arrived|signed|became|"
     "held|called|asked|met|flew|saw|ran|spoke|wrote|gave|got|fled|sent|spent|broke|drove|paid|"
     "stood|shot|sank|kept|knew|lay|rode|shook|slept|stole|swore|threw|withdrew|swept|sought|"
     "fought|brought|caught|built|chose|drank|hid|heard|overcame|overtook|stuck|tore|wore|"
     "underwent|undertook|upheld|woke|lost|won|grew|drew|blew|froze|fed|felt|lent|rebuilt|taught|"
     "swam|spun|shrank|dealt",
     past},
    {"is|was|were|are|be|been|has|have|had|who|whom|whose|that|which|can|could|would|should|may|"
     "might|"
     "must|will|shall|do|does|did|in|on|at|and|or|but|nor|to|from|with|for|by|as|of|if|then|than|"
     "when|"
     "where|while|because|so|the|a|an|this|these|those|his|her|their|its|my|our|your|it|he|she|"
     "they|"
     "we|you|i|not|n't|also|after|before|since|until|during|against|into|onto|over|under|about|"
     "through|"
     "per|via|near|said|says|told|there|here|too|either|neither|only|just|even|still|yet|again|'s|"
     "am|pm|ago|later|earlier|each|every|both|all|any|some|no|how|why|what|within|without|across|"
     "among|amid|despite|between|up|down|out|off|away|back",
     function_word},
    {"junction|resolution|runway|article|section|gate|platform|ios|stage|phase|tier|category|grade|"
     "chapter|round|act|max|no|number|war|floor|flat|cell|lane",
     numbers_kind},
    {"was|is|turned|turns|turning|over|above|under|below", told_age},
};

void set_flags(std::vector<Word>& roles, const Lexicon& lexicon, std::string_view words,
               std::uint16_t flags) {
  for_each_part(words, '|', [&](std::string_view word) {
    Word& role = roles[lexicon.find(word)];
    role.flags = static_cast<std::uint16_t>(role.flags | flags);
  });
}

template <class Set>
void each_role(std::vector<Word>& roles, const Lexicon& lexicon, std::string_view words, Set set) {
  for_each_part(words, '|', [&](std::string_view word) { set(roles[lexicon.find(word)]); });
}

// "twentyone", "thirtyfirst": the hyphen left out.
template <class Use>
void each_glued_number(Use use) {
  for (const NumberWord& ten : kNumberWords) {
    for (const NumberWord& small : kNumberWords) {
      const bool digit = (small.role == unit || small.role == ordinal_unit) && small.value >= 1 &&
                         small.value <= 9;
      if (ten.role == tens && digit) {
        for_each_part(ten.words, '|', [&](std::string_view word) {
          use(std::string(word) + std::string(small.words), small.role,
              static_cast<std::int16_t>(ten.value + small.value));
        });
      }
    }
  }
}

// Words that may begin a value besides those with a number, month, weekday ... role.
constexpr std::string_view kStarters =
    "a|an|the|minus|negative|aged|ages|age|no|none|nobody|both|every|each|last|next|this|that|"
    "those|these|past|coming|upcoming|same|previous|preceding|following|early|mid|middle|late|"
    "earlier|later|start|"
    "beginning|end|another|fiscal|noon|midnight|midday|current|latest|recent|lone|sole|single|q1|"
    "q2|q3|q4|h1|h2|rest|remainder|calendar|all|whole|full|entire|comparable|corresponding|"
    "small|wee|final|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|"
    "sexagenarian|sexagenarians|septuagenarian|septuagenarians|octogenarian|octogenarians|"
    "nonagenarian|nonagenarians|centenarian|centenarians|teens";

void mark_starters(std::vector<Word>& roles, const Lexicon& lexicon) {
  for (Word& role : roles) {
    const bool named = role.month != 0 || role.weekday != 0 || role.season != 0 ||
                       role.time_unit != TimeUnit::none || role.day_part != DayPart::none;
    const bool counts =
        role.number != none && role.number != letter_magnitude && role.number != ordinal_suffix;
    if (named || counts) {
      role.flags = static_cast<std::uint16_t>(role.flags | starts_value);
    }
  }
  set_flags(roles, lexicon, kStarters, starts_value);
  for (const FoldWord& fold : kFoldWords)
    set_flags(roles, lexicon, fold.word, starts_value);
}

void set_names(std::vector<Word>& roles, const Lexicon& lexicon, std::span<const NumberName> names,
               std::int8_t Word::*member) {
  for (const NumberName& name : names) {
    each_role(roles, lexicon, name.words, [&](Word& role) {
      role.*member = name.number;
      if (name.ambiguous) {
        role.flags = static_cast<std::uint16_t>(role.flags | needs_capital);
      }
    });
  }
}

}  // namespace

void add_words(Lexicon& lexicon) {
  const auto add_all = [&](std::string_view words) {
    for_each_part(words, '|', [&](std::string_view word) { lexicon.add(word); });
  };
  for (const NumberWord& row : kNumberWords)
    add_all(row.words);
  each_glued_number([&](const std::string& word, NumberRole, int) { lexicon.add(word); });
  for (const NumberName& row : kMonths)
    add_all(row.words);
  for (const NumberName& row : kWeekdays)
    add_all(row.words);
  for (const NumberName& row : kSeasons)
    add_all(row.words);
  for (const TimeUnitWord& row : kTimeUnits) {
    add_all(row.singular);
    add_all(row.plural_words);
  }
  for (const DayPartWord& row : kDayParts)
    add_all(row.words);
  for (const CueWord& row : kCues)
    add_all(row.words);
  for (const FlaggedWords& row : kFlags)
    add_all(row.words);
  add_all(kStarters);
  add_all(kInnerWords);
  for (const FoldWord& fold : kFoldWords)
    add_all(fold.word);
}

std::vector<Word> word_roles(const Lexicon& lexicon) {
  std::vector<Word> roles(lexicon.size() + 1);
  for (const NumberWord& row : kNumberWords) {
    each_role(roles, lexicon, row.words, [&](Word& role) {
      role.number = row.role;
      role.value = row.value;
    });
  }
  each_glued_number([&](const std::string& word, NumberRole role, std::int16_t value) {
    Word& glued = roles[lexicon.find(word)];
    glued.number = role;
    glued.value = value;
  });
  set_names(roles, lexicon, kMonths, &Word::month);
  set_names(roles, lexicon, kWeekdays, &Word::weekday);
  set_names(roles, lexicon, kSeasons, &Word::season);
  for (const TimeUnitWord& row : kTimeUnits) {
    each_role(roles, lexicon, row.singular, [&](Word& role) { role.time_unit = row.unit; });
    each_role(roles, lexicon, row.plural_words, [&](Word& role) {
      role.time_unit = row.unit;
      role.flags = static_cast<std::uint16_t>(role.flags | plural);
    });
  }
  for (const DayPartWord& row : kDayParts) {
    each_role(roles, lexicon, row.words, [&](Word& role) { role.day_part = row.part; });
  }
  for (const CueWord& row : kCues) {
    each_role(roles, lexicon, row.words, [&](Word& role) { role.cue = row.cue; });
  }
  for (const FlaggedWords& row : kFlags)
    set_flags(roles, lexicon, row.words, row.flag);
  mark_starters(roles, lexicon);
  roles.front() =
      Word{};  // a phrase missing from the lexicon must not lend its role to every unknown word
  return roles;
}

}  // namespace concord::normalize
