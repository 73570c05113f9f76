#include "normalize/money.h"

#include <algorithm>

namespace concord::normalize {
namespace {

// Codes: ISO 4217:2015.  A bare "$" or "dollar" is the US one, "pound" sterling, "krona" Swedish,
// "peso" Mexican, "franc" Swiss: the usual reading where nothing else is said.
constexpr CurrencyRow kCurrencies[] = {
    {"USD", "$|us $|u.s. $|us$|u.s.$|usd|us dollars|usd $|＄|﹩",
     "dollar|dollars|us dollar|us dollars|u.s. dollar|u.s. dollars|american dollar|american "
     "dollars|usd|$|us $|us$|buck|bucks|united states dollar|united states dollars|- dollar|u.s. $",
     "cent|cents|¢|us cents|u.s. cents", "dollar", "dollars"},
    {"EUR", "€|eur", "euro|euros|€|eur|- euro", "euro cent|euro cents|eurocent|eurocents", "euro",
     "euros"},
    {"GBP", "£|gbp|uk £|￡",
     "pound sterling|pounds sterling|british pound|british pounds|sterling|gbp|£|quid|uk pound|uk "
     "pounds|pound - sterling|english pound|english pounds",
     "pence|penny|pennies", "pound", "pounds"},
    {"JPY", "¥|jpy|￥|jp ¥", "yen|japanese yen|jpy|¥|- yen|円", "", "yen", "yen"},
    {"CNY", "cny|rmb|cn ¥", "yuan|renminbi|chinese yuan|rmb|cny|yuan renminbi|- yuan", "", "yuan",
     "yuan"},
    {"INR", "₹|rs|rs.|inr|re.", "indian rupee|indian rupees|rupee|rupees|inr|₹|rs|- rupee",
     "paise|paisa", "rupee", "rupees"},
    {"PKR", "pkr", "pakistani rupee|pakistani rupees|pkr", "", "Pakistani rupee",
     "Pakistani rupees"},
    {"LKR", "lkr", "sri lankan rupee|sri lankan rupees|lkr", "", "Sri Lankan rupee",
     "Sri Lankan rupees"},
    {"CAD", "c $|ca $|can $|cdn $|c$|ca$|cad|cad $|canadian $",
     "canadian dollar|canadian dollars|cad|canadian $|- canadian dollar", "", "Canadian dollar",
     "Canadian dollars"},
    {"AUD", "a $|au $|aus $|a$|au$|aud|aud $",
     "australian dollar|australian dollars|aud|aussie dollar|aussie dollars", "",
     "Australian dollar", "Australian dollars"},
    {"NZD", "nz $|nz$|nzd", "new zealand dollar|new zealand dollars|nzd|kiwi dollars", "",
     "New Zealand dollar", "New Zealand dollars"},
    {"HKD", "hk $|hk$|hkd", "hong kong dollar|hong kong dollars|hkd|hk dollar|hk dollars", "",
     "Hong Kong dollar", "Hong Kong dollars"},
    {"SGD", "s $|sg $|s$|sgd",
     "singapore dollar|singapore dollars|singaporean dollar|singaporean dollars|sgd", "",
     "Singapore dollar", "Singapore dollars"},
    {"TWD", "nt $|nt$|twd",
     "taiwan dollar|taiwan dollars|new taiwan dollar|new taiwan dollars|twd|taiwanese dollars", "",
     "Taiwan dollar", "Taiwan dollars"},
    {"CHF", "chf|sfr", "swiss franc|swiss francs|franc|francs|chf", "centime|centimes",
     "Swiss franc", "Swiss francs"},
    {"SEK", "sek", "swedish krona|swedish kronor|swedish crown|swedish crowns|krona|kronor|sek", "",
     "krona", "kronor"},
    {"NOK", "nok", "norwegian krone|norwegian kroner|norwegian crown|norwegian crowns|nok", "",
     "Norwegian krone", "Norwegian kroner"},
    {"DKK", "dkk", "danish krone|danish kroner|danish crowns|krone|kroner|dkk", "", "Danish krone",
     "Danish kroner"},
    {"ISK", "isk", "icelandic krona|icelandic kronur|icelandic króna|isk", "", "Icelandic krona",
     "Icelandic kronur"},
    {"PLN", "pln|zł", "zloty|zlotys|zlotych|polish zloty|polish zlotys|pln|zł", "grosz|groszy",
     "zloty", "zlotys"},
    {"CZK", "czk", "czech koruna|czech crown|czech crowns|koruna|korunas|koruny|czk|czech korunas",
     "", "Czech koruna", "Czech korunas"},
    {"HUF", "huf", "forint|forints|hungarian forint|hungarian forints|huf", "", "forint",
     "forints"},
    {"RON", "ron", "leu|lei|romanian leu|romanian lei|ron", "", "leu", "lei"},
    {"BGN", "bgn", "bulgarian lev|leva|bulgarian leva|bgn", "", "lev", "leva"},
    {"RUB", "₽|rub",
     "rouble|roubles|ruble|rubles|russian ruble|russian rubles|russian rouble|russian "
     "roubles|rub|₽",
     "kopek|kopeks|kopecks|kopeck", "ruble", "rubles"},
    {"UAH", "₴|uah", "hryvnia|hryvnias|ukrainian hryvnia|ukrainian hryvnias|uah|hryvnya", "",
     "hryvnia", "hryvnias"},
    {"TRY", "₺|try", "turkish lira|turkish liras|lira|liras|₺", "", "lira", "liras"},
    {"BRL", "r $|r$|brl", "brazilian real|brazilian reals|brazilian reais|reais|brl|reals",
     "centavo|centavos", "real", "reais"},
    {"MXN", "mxn|mx $|mex $", "mexican peso|mexican pesos|peso|pesos|mxn", "", "peso", "pesos"},
    {"ARS", "ars", "argentine peso|argentine pesos|argentinian pesos|ars", "", "Argentine peso",
     "Argentine pesos"},
    {"CLP", "clp", "chilean peso|chilean pesos|clp", "", "Chilean peso", "Chilean pesos"},
    {"COP", "cop", "colombian peso|colombian pesos|cop", "", "Colombian peso", "Colombian pesos"},
    {"PHP", "₱|php", "philippine peso|philippine pesos|php", "", "Philippine peso",
     "Philippine pesos"},
    {"PEN", "s / .", "peruvian sol|peruvian soles|nuevo sol|nuevos soles", "", "sol", "soles"},
    {"VES", "",
     "bolivar|bolivars|bolívar|bolívares|bolivares|venezuelan bolivar|venezuelan bolivars", "",
     "bolívar", "bolívares"},
    {"ZAR", "zar", "rand|rands|south african rand|zar", "", "rand", "rand"},
    {"NGN", "₦|ngn", "naira|nairas|nigerian naira|ngn", "kobo", "naira", "naira"},
    {"KES", "ksh|kes", "kenyan shilling|kenyan shillings|kes", "", "Kenyan shilling",
     "Kenyan shillings"},
    {"GHS", "gh ₵|ghs", "ghanaian cedi|ghanaian cedis|cedi|cedis|ghs", "", "cedi", "cedis"},
    {"EGP", "egp|e £", "egyptian pound|egyptian pounds|egp", "piaster|piasters|piastre|piastres",
     "Egyptian pound", "Egyptian pounds"},
    {"LBP", "lbp", "lebanese pound|lebanese pounds|lebanese lira|lbp", "", "Lebanese pound",
     "Lebanese pounds"},
    {"SYP", "syp", "syrian pound|syrian pounds|syp", "", "Syrian pound", "Syrian pounds"},
    {"ILS", "₪|ils|nis",
     "shekel|shekels|israeli shekel|israeli shekels|new shekel|new shekels|israeli new "
     "shekel|israeli new shekels|ils|nis|₪",
     "agora|agorot", "shekel", "shekels"},
    {"SAR", "sar", "saudi riyal|saudi riyals|sar", "", "Saudi riyal", "Saudi riyals"},
    {"QAR", "qar", "qatari riyal|qatari riyals|qar", "", "Qatari riyal", "Qatari riyals"},
    {"IRR", "irr", "iranian rial|iranian rials|rial|rials|irr", "", "rial", "rials"},
    {"AED", "aed|dhs",
     "dirham|dirhams|emirati dirham|emirati dirhams|uae dirham|uae dirhams|united arab emirates "
     "dirham|united arab emirates dirhams|aed",
     "", "dirham", "dirhams"},
    {"KWD", "kd|kwd", "kuwaiti dinar|kuwaiti dinars|kwd", "", "Kuwaiti dinar", "Kuwaiti dinars"},
    {"IQD", "iqd", "iraqi dinar|iraqi dinars|iqd", "", "Iraqi dinar", "Iraqi dinars"},
    {"JOD", "jod", "jordanian dinar|jordanian dinars|dinar|dinars|jod", "", "Jordanian dinar",
     "Jordanian dinars"},
    {"RSD", "rsd", "serbian dinar|serbian dinars|rsd", "", "Serbian dinar", "Serbian dinars"},
    {"KRW", "₩|krw", "won|south korean won|korean won|krw|₩", "", "won", "won"},
    {"THB", "฿|thb", "baht|thai baht|bahts|thb", "", "baht", "baht"},
    {"VND", "₫|vnd", "vietnamese dong|vnd|dong|₫", "", "dong", "dong"},
    {"IDR", "rp|idr", "rupiah|rupiahs|indonesian rupiah|idr", "", "rupiah", "rupiah"},
    {"MYR", "rm|myr", "ringgit|ringgits|malaysian ringgit|malaysian ringgits|myr", "", "ringgit",
     "ringgit"},
    {"BDT", "৳|bdt", "taka|takas|bangladeshi taka|bdt", "", "taka", "taka"},
    {"AFN", "afn", "afghani|afghanis", "", "afghani", "afghanis"},
    {"KZT", "₸|kzt", "tenge|kazakh tenge", "", "tenge", "tenge"},
    {"DEM", "dm",
     "deutsche mark|deutsche marks|german mark|german marks|deutschmark|deutschmarks|d - mark|d - "
     "marks|deutschemark|deutschemarks",
     "", "mark", "marks"},
    {"FRF", "", "french franc|french francs", "", "French franc", "French francs"},
    {"XBT", "btc|₿", "bitcoin|bitcoins|btc|₿", "", "bitcoin", "bitcoins"},
};

}  // namespace

std::span<const CurrencyRow> currency_rows() {
  return kCurrencies;
}

const CurrencyRow* find_currency(std::string_view code) {
  const auto* found = std::ranges::find(kCurrencies, code, &CurrencyRow::code);
  return found == std::ranges::end(kCurrencies) ? nullptr : found;
}

}  // namespace concord::normalize
