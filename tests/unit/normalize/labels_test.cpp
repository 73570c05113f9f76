#include <gtest/gtest.h>

#include "notation.h"

namespace concord::normalize {
namespace {

struct Row {
  std::string_view text;
  std::string_view values;  // read_brief's notation
};

// Figures that label a thing, and what looks like them but counts.
constexpr Row kRows[] = {
    {"A 737-800 crashed", ""},
    {"The 737 Max crashed", ""},
    {"A 747 cargo plane landed", ""},
    {"Two 737s landed", "<Two> count 2"},
    {"Boeing's 737-800 fleet", ""},
    {"Boeing 737 MAX 9", ""},
    {"The Cessna 172 crashed", ""},
    {"sent 14 Leopard 2 tanks", "<14> count 14"},
    {"747 people died", "<747> count 747"},
    {"a 747-day siege", "<747-day> duration P747D"},
    {"The airline has 787 planes", "<787> count 787"},
    {"3M said on Monday", "<Monday> time 2024-03-18"},
    {"3M people fled", "<3M> count 3000000"},
    {"a 4K TV", ""},
    {"4K people", "<4K> count 4000"},
    {"1080p video", ""},
    {"shares at 480p", "<480p> money GBP 4.8"},
    {"a 10k run", ""},
    {"10k runners", "<10k> count 10000"},
    {"the 10-K filing", ""},
    {"a 401(k) plan", ""},
    {"a 501(c)(3) charity", ""},
    {"shot a 4-under 68", ""},
    {"the 1-in-100-year flood", ""},
    {"one in 100 years", "<one> count 1; <100 years> duration P100Y"},
    {"Three Mile Island", ""},
    {"three miles of road", "<three miles> length [mi_i] 3"},
    {"Dial 911 or 999", ""},
    {"a 911 operator", ""},
    {"He called 911 people", "<911> count 911"},
    {"The line took 112 calls", "<112> count 112"},
    {"call (212) 555-0199", ""},
    {"call 0800 555 111", ""},
    {"call 1-800-TIPS", ""},
    {"call (7) people", "<7> count 7"},
    {"No 10 said", ""},
    {"the No 1 seed", ""},
    {"World number two", ""},
    {"The dead number 20", "<20> count 20"},
    {"near junction 12", ""},
    {"UN resolution 1701", ""},
    {"In this section 12 people died", "<12> count 12"},
    {"Apartment 4B", ""},
    {"Docket 19-1392", ""},
    {"Suite 200", ""},
    {"Office 365", ""},
    {"A 13F filing and a Schedule 13D", ""},
    {"It was 13F in the hills", "<13F> temperature [degF] 13"},
    {"a six-figure sum and double-digit growth", ""},
    {"Six figures in black stood there", "<Six> count 6"},
    {"The 747 landed", ""},
    {"A Fortune 500 firm", ""},
    {"iOS 17.4", ""},
    {"World War Two", ""},
    {"stage four cancer", ""},
    {"At this stage four were missing", "<four> count 4"},
    {"At stage four riders crashed", "<four> count 4"},
    {"After the first round four of the men left", "<first> ordinal 1; <four> count 4"},
    {"It cost five grand", ""},
    {"five grand slams", "<five> count 5"},
    {"20 deaths per 1,000 births", ""},
    {"20 deaths per day", "<20> count 20"},
    {"99999999999999999999999 trillion people", ""},
    {"on ２０２４－０３－２０", ""},
};

TEST(Labels, count_nothing) {
  for (const Row& row : kRows) {
    EXPECT_EQ(read_brief(row.text), row.values) << row.text;
  }
}

}  // namespace
}  // namespace concord::normalize
