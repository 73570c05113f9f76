#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/span.h"
#include "model/document.h"

namespace concord::advise {

/// The words of a stretch of text, folded, without marks; "34-year-old" is "34" and "old".
using Words = std::vector<std::string>;
Words words_in(const Document& document, Span span);

bool is_in(std::string_view word, std::span<const std::string_view> list);
bool has_any(const Words& words, std::span<const std::string_view> list);

// What words say about a figure beside another, for the doubts about a difference.

/// Numbers that are neither in digits nor spelled out below a hundred.
inline constexpr std::string_view kOtherNumbers[] = {
    "hundred", "hundreds", "thousand", "thousands", "million", "dozen",   "dozens", "scores",
    "both",    "several",  "couple",   "pair",      "few",     "double",  "triple", "no",
    "none",    "nobody",   "third",    "second",    "half",    "multiple"};
/// Words by which a sentence tells of some of those that another counts.
inline constexpr std::string_view kParts[] = {
    "other", "others",     "another", "both",     "including",    "inside",    "outside", "found",
    "also",  "second",     "third",   "hospital", "hospitalized", "remaining", "among",   "members",
    "more",  "additional", "nearby",  "separate", "initially",    "first",     "earlier", "latest",
    "scene", "whom",       "body",    "bodies",   "floor",        "each"};
/// Words by which a sentence tells of another time or another event.
inline constexpr std::string_view kElsewhere[] = {
    "since",   "weekend", "previous", "previously", "recent",   "recently",
    "similar", "ago",     "follows",  "related",    "massacre", "deadliest",
    "history", "decade",  "another",  "shootings",  "attacks",  "where"};
/// Before a year, a month or a week: another than the story's.
inline constexpr std::string_view kWhichPeriod[] = {
    "last", "this", "each", "every", "per", "a", "so", "past", "next", "earlier", "two", "three"};
inline constexpr std::string_view kPeriods[] = {"year",  "years",  "month",  "months", "week",
                                                "weeks", "summer", "winter", "spring"};
/// In a sentence below the lead, the date of something else as often as not.
inline constexpr std::string_view kMonths[] = {
    "january",  "february", "april", "june", "july", "august", "september", "october", "november",
    "december", "jan",      "feb",   "aug",  "sept", "oct",    "nov",       "dec"};
/// People of one sort, who may be some of those that another counts.
inline constexpr std::string_view kOfOneSort[] = {
    "men",       "women",     "boys",     "girls",    "children",   "kids",         "teens",
    "teenagers", "juveniles", "youths",   "adults",   "males",      "females",      "babies",
    "officers",  "deputies",  "troopers", "bailiffs", "guards",     "soldiers",     "troops",
    "police",    "policemen", "marines",  "students", "pupils",     "teachers",     "workers",
    "employees", "staff",     "nurses",   "doctors",  "medics",     "civilians",    "villagers",
    "residents", "tourists",  "migrants", "refugees", "passengers", "firefighters", "journalists",
    "members",   "man",       "woman",    "boy",      "girl",       "child",        "baby",
    "officer",   "deputy",    "soldier",  "student",  "civilian",   "other",        "others",
    "more",      "brothers",  "sisters",  "siblings", "sons",       "daughters"};
/// Who some count and others do not.
inline constexpr std::string_view kUnborn[] = {"unborn", "fetus", "foetus", "pregnant",
                                               "miscarried"};
inline constexpr std::string_view kAttackers[] = {
    "gunman",  "shooter", "suspect", "attacker", "assailant", "bomber",     "himself",
    "herself", "suicide", "gunmen",  "driver",   "attackers", "perpetrator"};
/// After "no": who was not hurt are some only.
inline constexpr std::string_view kNoneOf[] = {
    "other",    "others",      "seriously", "further",    "additional",   "else",
    "officers", "immediately", "officer",   "critically", "firefighters", "police"};

/// "1", "200" -> "1200".
Words grouped_digits(const Words& words);

/// True if one of the words is the whole number, in digits or spelled out.
bool says_number(const Words& words, const Decimal& number);

/// True if they say that some are of so many: "two of the five".
bool says_of(const Words& words, const Decimal& number);

/// True if they give the number as what somebody else says: "the Echo has 38".
bool gives_too(const Words& words, const Decimal& number);

/// True if they say that the attacker died: "the gunman was shot dead", "killed himself", "officers
/// shot him dead"; not "the gunman killed two".
bool tells_dead_attacker(const Words& words);

/// "27" and "72".
bool are_turned_round(const Decimal& one, const Decimal& other);

/// True if the two words stand side by side somewhere, both capitalized.
bool is_in_full(const std::string& text, std::string name);

}  // namespace concord::advise
