#include "group/background.h"

#include <algorithm>

namespace concord::group {
namespace {

struct Class {
  float share;
  std::string_view words;
};

// Words of no subject.
constexpr std::string_view kStopWords =
    "about according after again against ago all also an and any are as at be because "
    "been before being but by can could day days did do don't during for from get had has "
    "have he her him his how if in into is it its just like made make may more most new "
    "news no not now of off on one only or other our out over people said say says she so "
    "some still such than that the their them then there these they this those time to "
    "told two under until up us was we were what when where which while who will with "
    "would year years you your";

constexpr Class kClasses[] = {
    {0.40F,
     "first last three before also back off down still through since police state official monday "
     "tuesday wednesday thursday friday saturday sunday week month home where being well"},
    {0.20F,
     "government president minister city country national public report reported statement area "
     "called found left came took told known killed death dead died four five six many much "
     "including "
     "local later early late next night morning afternoon evening hour minute today yesterday "
     "since between "
     "group member men man woman women child family work working part place number long high "
     "right going come went want need way set end took taken see think know good great big large "
     "small old young "
     "second another both same every each few several lot own under without around near around "
     "january february march april june july august september october november december million "
     "percent per cent under office department spokesman spokeswoman added announced confirmed "
     "asked "
     "according believe believed expected happened made help case law school house street road "
     "north south "
     "east west shot shooting injured hospital officer suspect charged arrested investigation"},
    {0.10F,
     "attack fire gun car victim court judge trial prison jail murder crime criminal chief county "
     "district "
     "resident neighbor neighborhood scene incident evidence detective sheriff lawyer attorney "
     "witness charge "
     "authorities authority security force military army war international foreign united states "
     "american "
     "world political party leader leadership election vote campaign parliament senate congress "
     "council mayor "
     "governor secretary director head chairman executive manager company business market money "
     "bank price economy "
     "economic billion dollar cost pay paid tax cut rise rose fell fall increase decrease total "
     "average rate figure "
     "health medical doctor care service system program plan project building water air power land "
     "food "
     "student teacher university education church community center site center region province "
     "town village capital "
     "border river sea coast island mountain weather storm rain wind damage damaged destroyed "
     "emergency rescue "
     "team game player season win won lost lose play played point match coach league final record "
     "video photo picture image television radio newspaper website internet online post posted "
     "social media phone "
     "call email letter message interview conference press release reporter journalist "
     "open opened close closed start started begin began stop stopped continue continued remain "
     "remained move moved "
     "bring brought give given gave put turn turned run running walk walked leave return returned "
     "arrive arrived "
     "follow followed following find hold held keep kept meet meeting met join joined "
     "believe thought felt feel look looking looked seem seemed show showed shown hear heard seen "
     "saw "
     "life live lived living day's person dozen hundred thousand half third once twice again "
     "always never ever "
     "body head hand face side front door room floor apartment house vehicle truck bus train plane "
     "flight airport "
     "wound wounded gunman gunmen weapon gunshot condition critical serious custody fled male "
     "female black white "
     "son daughter father mother brother sister wife husband parent friend girl boy teen teenager "
     "age aged "
     "issue problem question reason result fact information detail decision action effort support "
     "change "
     "possible able likely least less better best top full free clear real true important "
     "different major main "
     "current recent former previous earlier ahead although though however despite because whether "
     "yet even "
     "already almost nearly about approximately "},
    {0.04F,
     "union workers worker job employee industry industrial factory production product sale "
     "revenue profit quarter "
     "share shareholder investor stock deal agreement contract fund budget debt loan credit bill "
     "growth analyst "
     "forecast expectation guidance operating income earning merger acquisition bid offer chief "
     "executive "
     "ballot poll voter candidate seat turnout constituency coalition opposition majority "
     "commission "
     "earthquake quake magnitude epicenter aftershock flood hurricane wildfire firefighter acre "
     "hectare blaze "
     "evacuation evacuated evacuate shelter contained burned crew survivor rescuer missing toll "
     "casualty "
     "bomb bombing explosion blast explosive militant terrorist terrorism terror insurgent rebel "
     "soldier troop "
     "claimed claim responsibility denied deny accused accuse blamed blame condemned suspected "
     "alleged detained "
     "detain detention hostage kidnapped protest protester demonstrator march rally demonstration "
     "crowd riot "
     "strike talk negotiation ceasefire peace treaty sanction embassy ambassador diplomat prime "
     "deputy "
     "ministry committee agency organization association institute research study scientist expert "
     "professor "
     "concert hall theater hotel store shop restaurant bar club park square bridge station highway "
     "ambulance helicopter drone missile rocket tank aircraft ship boat ferry passenger driver "
     "pilot "
     "killing killer injury fatal fatally dying dies die casualties deceased funeral memorial "
     "mourner vigil "
     "sentenced sentence convicted conviction guilty plea pleaded jury appeal lawsuit sued "
     "robbery burglary drug assault rape abuse stabbed stabbing knife homicide suicide domestic "
     "dispute argument "
     "daily weekly annual monthly year's chairman statement spokesperson update updated story read "
     "comment "
     "copyright reserved right photo file caption click advertisement share tweet facebook twitter "
     "subscribe "
     "reuters associated ap afp correspondent editor editing reporting contributed writer"},
};

}  // namespace

std::string_view stem(std::string_view word) {
  const auto is_s = [](char c) { return c == 's' || c == 'S'; };
  const bool plural = word.size() > 3 && is_s(word.back()) && !is_s(word[word.size() - 2]);
  return plural ? word.substr(0, word.size() - 1) : word;
}

const Background& Background::english() {
  static const Background kEnglish;
  return kEnglish;
}

Background::Background() : shares_(1, kOtherShare) {
  add(kStopWords, 1);
  for (const Class& entry : kClasses) {
    add(entry.words, entry.share);
  }
}

/// The first class that lists a word counts.
void Background::add(std::string_view words, float share) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    if (end > 0 && words_.add(stem(words.substr(0, end))) == shares_.size()) {
      shares_.push_back(share);
    }
    words.remove_prefix(std::min(end + 1, words.size()));
  }
}

}  // namespace concord::group
