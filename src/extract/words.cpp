#include "extract/words.h"

#include <string_view>

namespace concord::extract {
namespace {

struct Row {
  std::uint32_t flag;
  std::string_view words;  // separated by spaces
};

static constexpr Row kRows[] = {
    {flag_transparent,
     ", \" ' ` ( ) [ ] { } - \u2010 \u2011 \u2012 \u2013 \u2014 \u2015 \u2018 "
     "\u2019 \u201a \u201c \u201d \u201e \u00ab \u00bb \u2039 \u203a -- '' ``"},
    {flag_hard, "; : . ! ? \u2026 ..."},
    {flag_possessive, "'s"},
    {flag_hyphen, "- \u2010 \u2011"},
    {flag_comma, ","},
    {flag_colon, ":"},
    {flag_title,
     "president mr mrs ms miss dr sir lord lady gen general col colonel maj major capt captain lt "
     "lieutenant sgt sergeant cpl sen rep gov governor mayor minister premier chancellor secretary "
     "king queen prince princess pope cardinal bishop archbishop judge justice chief sheriff "
     "officer detective inspector superintendent commissioner commander constable marshal "
     "spokesman "
     "spokeswoman spokesperson director professor prof ambassador senator congressman "
     "congresswoman "
     "representative councilman councilwoman deputy vice acting former ex attorney coroner "
     "chairman "
     "chairwoman chair ceo analyst admiral rev reverend imam sheikh ayatollah mullah"
     " mr. mrs. ms. dr. gen. col. maj. capt. lt. sgt. cpl. sen. rep. gov. prof. rev."},
    {flag_not_name,
     "the a an he she it they we i you his her its their our my your this that these those there "
     "here in on at by for from to of with without as if when while after before since until "
     "during about over under between among across and but or nor so yet because although though "
     "however meanwhile also then now not no yes all some any each every most many more several "
     "nobody noone none anybody everybody everyone somebody someone anyone nothing something "
     "few both one two three four five six seven eight nine ten who what where why how which "
     "whose is are was were be been has have had do does did will would can could may might must "
     "shall should just only even still again earlier later according per citing police officials "
     "authorities prosecutors investigators regulators lawyers voters analysts experts scientists "
     "researchers rebels militants gunmen troops soldiers firefighters rescuers doctors medics "
     "detectives seismologists forecasters economists insurers shareholders jurors former shares "
     "sales revenue profits turnout projections estimates results polls returns figures forecasts "
     "support backing operating pretax pre net gross quarterly annual partial preliminary "
     "provisional "
     "initial losses "
     "earnings income layoffs underlying adjusted thousands hundreds dozens monday tuesday "
     "wednesday thursday "
     "friday saturday sunday mon tue wed thu fri sat "
     "sun january february march april may june july august september october november december "
     "jan feb mar apr jun jul aug sep sept oct nov dec jan. feb. mar. apr. jun. jul. aug. sep. "
     "sept. oct. nov. dec. today yesterday tomorrow breaking update photo "
     "around nearly roughly almost approximately barely fewer amid despite following including "
     "carrying nursing posting reporting booking citing listen separately additionally last "
     "things likewise similarly moreover furthermore overall pa. conn. calif. fla. ariz. minn. "
     "mich. wis. tenn. colo. okla."},
    {flag_inner, "of the de del della da dos di du la le van von der den bin ibn al el y for"},
    {flag_body,
     "police officials official authorities authority officers officer investigators prosecutors "
     "prosecutor witnesses witness doctors doctor medics paramedics firefighters rescuers "
     "government ministry ministries department agency agencies committee commission council court "
     "army military navy coastguard guard hospital hospitals organizers organisers spokesman "
     "spokeswoman spokesperson spokespeople source sources company firm report reports newspaper "
     "network broadcaster television media residents villagers survivors relatives diplomats "
     "lawyers lawyer experts analysts scientists seismologists researchers union kremlin "
     "pentagon parliament cabinet group militants rebels activists monitors statement service "
     "services center centre office bureau institute survey sheriff's coroner's mayor governor "
     "president minister airline operator brigade command commander troops soldiers chief sheriff "
     "coroner lawmaker lawmakers eyewitness eyewitnesses bystanders locals townspeople staff "
     "workers neighbor neighbors neighbour neighbours rangers "
     "aide aides insurer insurers forecasters meteorologists geologists economists utility "
     "utilities board regulator regulators watchdog charity charities unions negotiator "
     "negotiators campaigners pollsters detectives prosecution defense defence tribunal judge "
     "judges attorney bank passengers parents consulate embassy directorate federation "
     "association foundation consortium laboratory observatory registry inspectorate"},
    {flag_says,
     "said says say told insisted wrote added warned announced confirmed stated acknowledged "
     "estimated conceded admitted"},
    {flag_organization,
     "committee ministry department agency commission council court army military navy coastguard "
     "guard hospital service services center centre office bureau institute survey group party "
     "union association federation organization organisation university college bank company "
     "corporation corp inc ltd news times post press telegraph guardian agency kremlin pentagon "
     "police house government state nations union monitor observatory society fund authority "
     "directorate secretariat administration parliament congress senate board forces"},
    {flag_modifier,
     "local senior state federal health security emergency city county interior foreign defense "
     "defence military regional provincial national law enforcement rescue hospital fire traffic "
     "election company police intelligence court army labor labour union disaster weather medical "
     "government official top unnamed unidentified independent human rights public civil "
     "protection transport justice finance chief spokesman judicial diplomatic western eyewitness "
     "several some two three other many district municipal village town central investigative "
     "coast news wire islamist environment energy education agriculture united prime"},
    {flag_determiner, "a an the some several many two three one its his her their other"},
    {flag_pronoun, "he she it"},
    {flag_including, "including included includes"},
    {flag_among, "among amongst"},
    {flag_them, "them whom those"},
    {flag_alleged, "alleged allegedly suspected accused purported supposed so-called presumed"},
    {flag_claims, "claimed claims claim alleged alleges alleging claiming"},
    {flag_in_place, "in at near outside inside around on"},
    {flag_article, "a an one"},
    {flag_relative, "which who whose"},
    {flag_that, "that"},
    {flag_report,
     "report reports claim claims fear fears rumor rumors rumour rumours possibility suggestion "
     "suggestions allegation allegations statement statements idea it possible clear likely "
     "unlikely known true unclear concern concerns believe believed said"},
    {flag_by, "by"},
    {flag_as, "as"},
    {flag_of, "of"},
    {flag_and, "and"},
    {flag_one, "one"},
    {flag_another, "another earlier previous prior separate similar unrelated past"},
    {flag_preposition, "of for at in from with to"},
};

}  // namespace

std::vector<std::uint32_t> make_word_flags(Lexicon& lexicon) {
  std::vector<std::uint32_t> flags;
  for (const Row& row : kRows) {
    std::string_view rest = row.words;
    while (!rest.empty()) {
      const std::size_t end = rest.find(' ');
      const std::string_view word = rest.substr(0, end);
      rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
      if (word.empty()) {
        continue;
      }
      const WordId id = lexicon.add(word);
      if (id >= flags.size()) {
        flags.resize(id + 1U, 0U);
      }
      flags[id] |= row.flag;
    }
  }
  flags[kUnknownWord] = 0;
  return flags;
}

}  // namespace concord::extract
