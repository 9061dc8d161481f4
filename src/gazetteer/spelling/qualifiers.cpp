// SPDX-License-Identifier: MIT
#include "gazetteer/spelling/qualifiers.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace incidentmap {
namespace {

/// To add a word: write it in normal form (marks, hamza and capitals dropped, ة and ە as ه, ى and ێ as ي),
/// without its article. Ordinals end with the third: `Rabi'ah`, the fourth, is also a town's name.
constexpr QualifierRow table[] = {
    {"east", "EE",
     "east, eastern, sharqi, sharqiyah, sharqiya, sharqiyeh, sharki, sharqie, charqi, charqiye, cherqi, "
     "cherqiye, sharqiyya, "
     "sharqiyyah, est, rojhelat, شرقي, شرقيه, روژههلات"},
    {"west", "WW",
     "west, western, gharbi, gharbiyah, gharbiya, gharbiyeh, garbi, gharbie, rharbi, rharbiye, gharbiyya, "
     "gharbiyyah, ouest, "
     "rojava, غربي, غربيه, روژاوا"},
    {"north", "NN",
     "north, northern, shamali, shamaliyah, shamaliya, shamaliyeh, shimali, shimaliyah, shimaliya, chemali, "
     "chemaliye, "
     "shamaliyya, shamaliyyah, nord, bakur, شمالي, شماليه, باكور"},
    {"south", "SS",
     "south, southern, janubi, janubiyah, janubiya, janubiyeh, jenoubi, jnoubi, junubi, djenoubi, janoubi, "
     "qibli, qibliyah, "
     "qibliya, qebli, qebliye, qubli, qibliyeh, janubiyya, janubiyyah, sud, basur, جنوبي, جنوبيه, قبلي, "
     "قبليه, باشور"},
    {"upper", "UU",
     "upper, fawqani, fawqaniyah, fawqaniya, fawqaniyeh, foqani, fouqani, faouqani, fouqaniye, faouqaniye, "
     "fokani, fauqani, "
     "fowqani, ulya, olya, seru, jori, jorin, haute, haut, zhuru, zhoru, zhwru, zhury, juru, joru, فوقاني, "
     "فوقانيه, عليا, سهرو, ژوري, "
     "ژورو"},
    {"lower", "LL",
     "lower, tahtani, tahtaniyah, tahtaniya, tahtaniyeh, tehtani, tahtaniye, sufla, sifla, souflaa, jeri, "
     "jerin, xwaru, xwaro, "
     "khwaru, khwarw, khwaroo, basse, تحتاني, تحتانيه, سفلي, سفلا, خواروو, خوارو, ژيري, ژيرو"},
    {"great", "GG",
     "great, greater, big, large, kabir, kabirah, kabira, kabire, kebir, kebire, kabireh, kbir, kbire, "
     "kbireh, kubra, kobra, "
     "gawra, gewre, gewra, gaura, mezin, mazin, grand, grande, كبير, كبيره, كبري, گهوره, مهزن"},
    {"small", "KK",
     "small, little, lesser, saghir, saghirah, saghira, saghireh, sghir, sghire, serhir, serhire, serhireh, "
     "zghir, zghire, "
     "sughra, soghra, sagir, bichuk, bicuk, bchuk, bchwk, gicke, petit, petite, صغير, صغيره, صغري, بچوك, "
     "بچووك"},
    {"middle", "MM",
     "middle, central, wasta, wastani, wastaniyah, wastaniya, wusta, wosta, ouasta, ouastani, navin, "
     "naveras, milieu, وسطي, "
     "وسطاني, وسطانيه, ناوهراست"},
    {"first", "AA", "first, 1st, awwal, awal, ula, oula, premier, premiere, yekem, يكهم, اول, اولي"},
    {"second", "BB",
     "second, 2nd, thani, thaniyah, thaniya, thaniyeh, tani, sani, deuxieme, duyem, ثاني, ثانيه, دووهم"},
    {"third", "CC", "third, 3rd, thalith, thalithah, thalitha, troisieme, seyem, ثالث, ثالثه, سييهم"},
};

std::unordered_map<std::string_view, const QualifierRow*> make_index() {
    std::unordered_map<std::string_view, const QualifierRow*> index;
    for (const QualifierRow& row : table) {
        for (std::string_view rest = row.words; !rest.empty();) {
            const std::size_t comma = rest.find(", ");
            index.emplace(rest.substr(0, comma), &row);
            rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 2);
        }
    }
    return index;
}

}  // namespace

std::span<const QualifierRow> qualifier_table() { return table; }

const QualifierRow* qualifier(std::string_view normal) {
    static const auto index = make_index();
    const auto found = index.find(normal);
    return found == index.end() ? nullptr : found->second;
}

std::string qualifier_sign(const QualifierRow& row) {
    const char32_t sign = U'\uE000' + static_cast<char32_t>(&row - std::begin(table));
    return utf8({&sign, 1});
}

QualifiedWords set_qualifiers_aside(std::vector<Word> words) {
    QualifiedWords result;
    if (words.size() > 1) {
        for (const Word& word : words) {
            if (const QualifierRow* row = qualifier(word.normal)) result.qualifiers.push_back(row);
        }
    }
    if (result.qualifiers.size() == words.size()) result.qualifiers.clear();
    if (!result.qualifiers.empty())
        std::erase_if(words, [](const Word& word) { return qualifier(word.normal) != nullptr; });
    result.own = std::move(words);
    std::sort(result.qualifiers.begin(), result.qualifiers.end());
    return result;
}

}  // namespace incidentmap
