#include "proofread/course_stages.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace concord::proofread {
namespace {

constexpr StageWords kStages[] = {
    {"born", "", "", Stage::born},
    {"graduated", "", "", Stage::schooled},
    {"married", "", "", Stage::married},
    {"divorced", "", "", Stage::divorced},
    {"joined", "", "", Stage::joined},
    {"hired", "", "", Stage::joined},
    {"enlisted", "", "", Stage::joined},
    {"promoted", "", "", Stage::promoted},
    {"retired", "", "", Stage::left},
    {"resigned", "", "", Stage::left},
    {"dismissed", "", "", Stage::left},
    {"fired", "", "", Stage::left},
    {"ousted", "", "", Stage::left},
    {"elected", "", "", Stage::elected},
    {"inaugurated", "", "", Stage::in_office},
    {"took", "office", "", Stage::in_office},
    {"sworn", "in", "", Stage::in_office},
    {"hospitalized", "", "", Stage::hurt},
    {"hospitalised", "", "", Stage::hurt},
    {"taken", "to", "hospital", Stage::hurt},
    {"rushed", "to", "hospital", Stage::hurt},
    {"admitted", "to", "hospital", Stage::hurt},
    {"fell", "ill", "", Stage::hurt},
    {"fell", "sick", "", Stage::hurt},
    {"taken", "ill", "", Stage::hurt},
    {"collapsed", "", "", Stage::hurt},
    {"died", "", "", Stage::died},
    {"buried", "", "", Stage::buried},
    {"cremated", "", "", Stage::buried},
    {"arrested", "", "", Stage::arrested},
    {"detained", "", "", Stage::arrested},
    {"captured", "", "", Stage::arrested},
    {"charged", "", "", Stage::charged},
    {"indicted", "", "", Stage::charged},
    {"arraigned", "", "", Stage::charged},
    {"went", "on", "trial", Stage::tried},
    {"tried", "", "", Stage::tried},
    {"convicted", "", "", Stage::convicted},
    {"found", "guilty", "", Stage::convicted},
    {"sentenced", "", "", Stage::sentenced},
    {"executed", "", "", Stage::executed},
    {"kidnapped", "", "", Stage::abducted},
    {"abducted", "", "", Stage::abducted},
    {"taken", "hostage", "", Stage::abducted},
    {"freed", "", "", Stage::freed},
    {"released", "", "", Stage::freed},
    {"rescued", "", "", Stage::freed},
    {"went", "missing", "", Stage::missing},
    {"reported", "missing", "", Stage::missing},
    {"disappeared", "", "", Stage::missing},
    {"vanished", "", "", Stage::missing},
    {"found", "", "", Stage::found},
    {"departed", "", "", Stage::departed},
    {"set", "sail", "", Stage::departed},
    {"took", "off", "", Stage::departed},
    {"left", "port", "", Stage::departed},
    {"launched", "", "", Stage::departed},
    {"landed", "", "", Stage::arrived},
    {"reached", "", "", Stage::arrived},
    {"arrived", "", "", Stage::arrived},
    {"docked", "", "", Stage::arrived},
    {"crashed", "", "", Stage::arrived},
    {"sank", "", "", Stage::arrived},
    {"began", "", "", Stage::begun},
    {"started", "", "", Stage::begun},
    {"begun", "", "", Stage::begun},
    {"ended", "", "", Stage::completed},
    {"finished", "", "", Stage::completed},
    {"completed", "", "", Stage::completed},
    {"opened", "", "", Stage::opened},
    {"designed", "", "", Stage::designed},
    {"founded", "", "", Stage::opened},
    {"built", "", "", Stage::opened},
    {"renovated", "", "", Stage::renewed},
    {"refurbished", "", "", Stage::renewed},
    {"refitted", "", "", Stage::renewed},
    {"restored", "", "", Stage::renewed},
    {"inspected", "", "", Stage::renewed},
    {"modernized", "", "", Stage::renewed},
    {"closed", "", "", Stage::closed},
    {"dissolved", "", "", Stage::closed},
    {"abandoned", "", "", Stage::closed},
    {"demolished", "", "", Stage::razed},
    {"torn", "down", "", Stage::razed},
    {"introduced", "", "", Stage::introduced},
    {"passed", "", "", Stage::passed},
    {"approved", "", "", Stage::passed},
    {"signed", "into", "law", Stage::signed_law},
    {"took", "effect", "", Stage::signed_law},
    {"ordered", "", "", Stage::ordered},
    {"delivered", "", "", Stage::delivered},
};

constexpr Order kOrders[] = {
    {Stage::born, Stage::schooled, true},
    {Stage::born, Stage::married, true},
    {Stage::born, Stage::joined, true},
    {Stage::born, Stage::promoted, true},
    {Stage::born, Stage::left, true},
    {Stage::born, Stage::elected, true},
    {Stage::born, Stage::in_office, true},
    {Stage::born, Stage::arrested, true},
    {Stage::born, Stage::convicted, true},
    {Stage::born, Stage::died, true},
    {Stage::hurt, Stage::died, true},
    {Stage::died, Stage::buried, true},
    {Stage::schooled, Stage::died, true},
    {Stage::married, Stage::died, true},
    {Stage::joined, Stage::died, true},
    {Stage::left, Stage::died, true},
    {Stage::arrested, Stage::died, true},
    {Stage::married, Stage::divorced},
    {Stage::joined, Stage::promoted},
    {Stage::joined, Stage::left},
    {Stage::promoted, Stage::left},
    {Stage::elected, Stage::in_office},
    {Stage::elected, Stage::left},
    {Stage::in_office, Stage::left},
    {Stage::arrested, Stage::charged},
    {Stage::arrested, Stage::tried},
    {Stage::arrested, Stage::convicted},
    {Stage::arrested, Stage::sentenced},
    {Stage::charged, Stage::tried},
    {Stage::charged, Stage::convicted},
    {Stage::charged, Stage::sentenced},
    {Stage::tried, Stage::convicted},
    {Stage::tried, Stage::sentenced},
    {Stage::convicted, Stage::sentenced},
    {Stage::sentenced, Stage::executed, true},
    {Stage::convicted, Stage::executed, true},
    {Stage::arrested, Stage::freed},
    {Stage::sentenced, Stage::freed},
    {Stage::abducted, Stage::freed},
    {Stage::abducted, Stage::found},
    {Stage::missing, Stage::found},
    {Stage::departed, Stage::arrived},
    {Stage::begun, Stage::completed},
    {Stage::begun, Stage::opened},
    {Stage::designed, Stage::completed},
    {Stage::designed, Stage::opened},
    {Stage::completed, Stage::opened},
    {Stage::completed, Stage::razed},
    {Stage::opened, Stage::renewed},
    {Stage::opened, Stage::closed},
    {Stage::opened, Stage::razed},
    {Stage::closed, Stage::razed},
    {Stage::introduced, Stage::passed},
    {Stage::introduced, Stage::signed_law},
    {Stage::passed, Stage::signed_law},
    {Stage::ordered, Stage::delivered},
};

/// The phrases by their first words, in the order of the table where those are the same.
constexpr auto kByFirstWord = [] {
  std::array<const StageWords*, std::size(kStages)> phrases{};
  std::transform(std::begin(kStages), std::end(kStages), phrases.begin(),
                 [](const StageWords& phrase) { return &phrase; });
  std::sort(phrases.begin(), phrases.end(), [](const StageWords* one, const StageWords* other) {
    return one->first != other->first ? one->first < other->first : one < other;
  });
  return phrases;
}();

}  // namespace

std::span<const Order> stage_orders() {
  return kOrders;
}

const StageWords* stage_at(const CopyText& text, std::size_t i) {
  const std::string_view word = text.word(i);
  const auto first = std::lower_bound(
      kByFirstWord.begin(), kByFirstWord.end(), word,
      [](const StageWords* phrase, std::string_view sought) { return phrase->first < sought; });
  const StageWords* found = nullptr;
  for (auto at = first; at != kByFirstWord.end() && (*at)->first == word; ++at) {
    const StageWords& phrase = **at;
    const bool fits = (phrase.second.empty() || text.word(i + 1) == phrase.second) &&
                      (phrase.third.empty() || text.word(i + 2) == phrase.third);
    const bool longer = found == nullptr || phrase.second.size() > found->second.size();
    found = fits && longer ? &phrase : found;
  }
  return found;
}

std::size_t words_in(const StageWords& words) {
  return 1 + (words.second.empty() ? 0U : 1U) + (words.third.empty() ? 0U : 1U);
}

std::string verb_of(const StageWords& words) {
  std::string text(words.first);
  for (const std::string_view word : {words.second, words.third}) {
    text += word.empty() ? std::string() : " " + std::string(word);
  }
  return text;
}

}  // namespace concord::proofread
