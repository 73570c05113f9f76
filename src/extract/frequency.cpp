#include "extract/frequency.h"

#include <algorithm>

namespace concord::extract {
namespace {

struct Class {
  std::uint32_t per_million;
  std::string_view words;
};

// Classes by rank, each about half as frequent as the one before; from knowledge of English.
constexpr Class kClasses[] = {
    {55000, ", . the"},
    {24000, "of to and a in - \" '"},
    {9000, "that for on is was 's said it with he as at by"},
    {4500, "his be have from has are an who not were but they this had will its their or : ( )"},
    {2400,
     "been more one which about when after we also would up than out there i two people new her "
     "if first other she year years no into can over all last time what so some them you "
     "government police president could $ %"},
    {1200,
     "three him our who where just like most state before may because how now many only while "
     "against then since those between four between any state city day week former officials "
     "percent million united states country according told killed made under even second down "
     "including being during through home national made still back off did do get says week month "
     "months days attack world war work group per us u.s. man your these five several ; ?"},
    {600,
     "such through should well make security public company part high long called number take "
     "very here next right own million billion local later house international political court "
     "minister report military center police both around six each without another election party "
     "used use near until help went case found left show say think going want way see know good "
     "come go set put end men women children family members school law court died death dead "
     "shot area north south east west street foreign power early late least every same major "
     "news press reported department office monday tuesday wednesday thursday friday saturday "
     "sunday january february march april june july august september october november december "
     "forces health market money business support plan few lot man's woman child life seven "
     "eight nine ten old young took taken came campaign vote leader leaders talks general"},
    {300,
     "among once held hit arrested charged injured wounded fire shooting bomb army troops "
     "soldiers officers officer spokesman statement investigation victims suspect suspects "
     "residents workers rose fell percent points shares sales profit revenue quarter earlier "
     "announced confirmed added expected believed thought given open opened close closed "
     "half third large small big top low total cost cut raised rise fall increase including "
     "hours minutes hour week night morning afternoon evening today yesterday tomorrow building "
     "car road river water land air sea space town village region province district capital "
     "border church hospital hotel bank store airport train plane bus ship boat evidence judge "
     "trial prison sentence jury lawyer attorney federal county human rights aid food service "
     "services team game play won win lost lead end start began turn move run call ask need keep "
     "let seem show try feel become leave bring begin happen hold write provide stand pay meet "
     "continue learn change follow stop create speak read spend grow offer remember love "
     "consider appear buy wait serve die send expect build stay reach kill remain must might "
     "does doing done got gets again never always often already almost perhaps far away too"},
    {120,
     "attacks bombing explosion blast gunman gunmen victim murder deaths toll missing rescue "
     "rescued emergency authorities witnesses responsibility claimed denied accused blamed "
     "warned feared trapped damage damaged destroyed homes evacuated storm hurricane earthquake "
     "flood magnitude crash accident passengers crew driver parents mother father son daughter "
     "brother wife husband boy girl teenager student students teacher teachers detained custody "
     "jail bail guilty convicted sentenced alleged fired firing weapon weapons gun guns rifle "
     "violence protest protesters crowd rally demonstrators march thousands hundreds dozens "
     "millions seats votes turnout candidate candidates parliament opposition coalition deal "
     "merger acquisition jobs layoffs fine investors analysts economy inflation disease virus "
     "cases vaccine doctors patients treated condition critical stable serious hospitalized "
     "militants rebels group terrorists terrorist terrorism islamic state hostages hostage "
     "speech address statement briefing conference interview question questions answer order "
     "allow allowed reach reached close hit strike struck carried carrying entered entering"},
};

}  // namespace

WordFrequency::WordFrequency() {
  for (const Class& row : kClasses) {
    std::string_view rest = row.words;
    while (!rest.empty()) {
      const std::size_t end = rest.find(' ');
      if (end != 0) {
        table_.emplace_back(rest.substr(0, end), row.per_million);
      }
      rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
  }
  std::ranges::stable_sort(table_, {}, [](const auto& row) { return row.first; });
}

std::uint32_t WordFrequency::per_million(std::string_view word) const {
  constexpr std::uint32_t kRare = 2;
  const auto found =
      std::ranges::lower_bound(table_, word, {}, [](const auto& row) { return row.first; });
  return found != table_.end() && found->first == word ? found->second : kRare;
}

}  // namespace concord::extract
