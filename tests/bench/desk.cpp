#include "desk.h"

#include <array>
#include <string>
#include <vector>

#include "base/timestamp.h"
#include "generate.h"

namespace concord::bench {
namespace {

constexpr std::size_t kOutlets = 40;
constexpr std::size_t kOpenEvents = 400;     // that are being told of at any time
constexpr std::size_t kTellings = 8;         // of an event, on average
constexpr std::int64_t kSecondsApart = 43;   // 2000 articles a day
constexpr std::int64_t kFirst = 1704067200;  // 2024-01-01
constexpr std::size_t kFillerBytes = 2400;
constexpr std::size_t kFillersAtOnce = 400;

/// SplitMix64 over a number that tells draws apart.
std::uint64_t draw(std::uint64_t seed, std::uint64_t number) {
  std::uint64_t z = seed * 0x9e3779b97f4a7c15U + number * 0xd1342543de82ef95U;
  z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
  z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
  return z ^ (z >> 31U);
}

struct Kind {
  std::string_view headline;  // @ the place, # the toll
  std::string_view first;     // * the target
  std::string_view last;
};

constexpr std::array<Kind, 4> kKinds = {
    {{"Blast in @ kills #", "A bomb exploded outside the * in @, killing # people.",
      "Police in @ said the attackers had fled the * on a motorcycle."},
     {"Fire in @ kills #", "A fire swept through the * in @, killing # people.",
      "Firefighters from @ needed six hours to reach the upper floors of the *."},
     {"Bus crash near @ leaves # dead", "# people were killed when a bus hit the * near @.",
      "The road past the * in @ stayed closed, the police said."},
     {"Floods in @ kill #", "Floods killed # people in @ and cut off the *.",
      "Boats brought the people of @ to the *, the mayor said."}}};

constexpr std::array<std::string_view, 8> kTargets = {
    "Meridian Hotel", "central market",    "Saint Anne school", "Northgate mall",
    "ferry terminal", "regional hospital", "old town hall",     "Riverside stadium"};

/// A name: one of a quarter of a million.
std::string word(std::uint64_t number) {
  constexpr std::array<std::string_view, 16> kOnsets = {"B",  "Br", "D", "Dr", "F", "G",  "H", "K",
                                                        "Kl", "L",  "M", "N",  "P", "St", "T", "V"};
  constexpr std::array<std::string_view, 8> kMiddles = {"ara",  "elo",  "iva",  "onte",
                                                        "ulla", "aint", "eaky", "ouri"};
  constexpr std::array<std::string_view, 8> kEnds = {"bad", "grad",  "ville", "sk",
                                                     "ton", "mouth", "lund",  "pur"};
  std::string name(kOnsets[number % 16]);
  name += kMiddles[(number >> 4U) % 8];
  name += static_cast<char>('b' + (number >> 7U) % 16);
  name += kMiddles[(number >> 11U) % 8];
  name += static_cast<char>('b' + (number >> 14U) % 8);
  name += kEnds[(number >> 17U) % 8];
  return name;
}

/// What happened, and how often it was told of so far.
struct Event {
  std::uint64_t number = 0;
  std::string place;
  std::string neighbor;
  std::string mayor;
  std::uint64_t toll = 0;
  std::size_t tellings = 0;
  std::string last_text;
  std::string last_title;
};

class Desk {
 public:
  explicit Desk(std::uint64_t seed) : seed_(seed) {
    for (std::size_t i = 0; i < kOpenEvents; ++i) {
      events_.push_back(next_event());
    }
  }

  std::string next_line() {
    const std::uint64_t chance = draw(seed_, 4 * articles_ + 1);
    Event& event = events_[chance % kOpenEvents];
    const bool copied = !event.last_text.empty() && (chance >> 32U) % 10 == 0;
    if (!copied) {
      tell(event, chance >> 36U);
    }
    const std::string time =
        format_date_time({kFirst + kSecondsApart * static_cast<std::int64_t>(articles_)});
    std::string line = R"({"id":"a)" + std::to_string(articles_) + R"(","source":"outlet-)" +
                       std::to_string(draw(seed_, 4 * articles_ + 2) % kOutlets) +
                       R"(","published":")" + time + R"(Z","title":")" + event.last_title +
                       R"(","text":")" + event.last_text + "\"}\n";
    ++articles_;
    if ((chance >> 50U) % kTellings == 0) {
      event = next_event();
    }
    return line;
  }

 private:
  Event next_event() {
    Event event;
    event.number = opened_++;
    const std::uint64_t names = draw(seed_ + 1, event.number);
    event.place = word(names);
    event.neighbor = word(names >> 16U);
    event.mayor = word(names >> 32U);
    event.toll = 3 + names % 60;
    return event;
  }

  void tell(Event& event, std::uint64_t chance) {
    const Kind& kind = kKinds[event.number % kKinds.size()];
    event.toll += event.tellings > 0 && event.tellings < 6 ? chance % 4 : 0;
    ++event.tellings;
    event.last_title = filled(kind.headline, event);
    std::string text = filled(kind.first, event);
    text += " Another " + std::to_string(event.toll * 2) + " people were injured, the mayor of " +
            event.place + ", Anna " + event.mayor + ", told reporters.\\n\\n" +
            filled(kind.last, event) + " Residents of " + event.neighbor +
            " heard of it before noon.\\n\\n";
    event.last_text = text + filler();
  }

  static std::string filled(std::string_view pattern, const Event& event) {
    std::string text;
    for (const char sign : pattern) {
      if (sign == '@') {
        text += event.place;
      } else if (sign == '#') {
        text += std::to_string(event.toll);
      } else if (sign == '*') {
        text += kTargets[(event.number / kKinds.size()) % kTargets.size()];
      } else {
        text += sign;
      }
    }
    return text;
  }

  /// Takes out the paragraphs with facts that were planted: they are of no event of the desk.
  static void remove_planted(News& news) {
    for (const Planted& planted : news.planted) {
      std::string& text = news.articles[planted.article];
      const std::size_t at = text.find(std::to_string(planted.number));
      if (at == std::string::npos) {
        continue;
      }
      const std::size_t before = text.rfind("\n\n", at);
      const std::size_t begin = before == std::string::npos ? 0 : before + 2;
      text.erase(begin, std::min(text.find("\n\n", at), text.size()) - begin);
    }
  }

  /// The opening paragraphs of one generated article, as they stand in JSON.
  std::string filler() {
    if (next_filler_ == fillers_.size()) {
      News news = generate_news(draw(seed_ + 2, articles_), kFillersAtOnce * kFillerBytes);
      remove_planted(news);
      fillers_ = std::move(news.articles);
      next_filler_ = 0;
    }
    std::string text;
    for (const char sign : std::string_view(fillers_[next_filler_++]).substr(0, kFillerBytes)) {
      if (sign == '"' || sign == '\\') {
        text += '\\';
      }
      if (sign == '\n') {
        text += "\\n";
      } else {
        text += sign;
      }
    }
    return text;
  }

  std::uint64_t seed_;
  std::uint64_t articles_ = 0;
  std::uint64_t opened_ = 0;
  std::vector<Event> events_;
  std::vector<std::string> fillers_;
  std::size_t next_filler_ = 0;
};

}  // namespace

void generate_desk(std::uint64_t seed, std::size_t articles,
                   const std::function<void(std::string_view line)>& write) {
  Desk desk(seed);
  for (std::size_t i = 0; i < articles; ++i) {
    write(desk.next_line());
  }
}

}  // namespace concord::bench
