// SPDX-License-Identifier: MIT
#include <filesystem>

#include "catch.hpp"
#include "gazetteer/import/import.hpp"
#include "locate/resolver.hpp"
#include "scratch.hpp"

using namespace incidentmap;

namespace {

struct HardCase {
    const char* locality;
    const char* country;
    const char* expected;  ///< a place id or a status
    const char* why;
};

constexpr HardCase cases[] = {
    {"Taji", "", "geonames:98414", "the town rather than the base at its edge"},
    {"Camp Taji", "", "ourairports:ORTI", "the word asks for the base"},
    {"Taji air base", "", "ourairports:ORTI", "an air base for a military base"},
    {"Tagi", "", "unresolved", "four letters are met exactly"},
    {"التاجي", "", "geonames:98414", "Arabic"},
    {"معسكر التاجي", "", "ourairports:ORTI", "Arabic word of kind"},
    {"Taji, Baghdad", "", "geonames:98414", "the parent holds it"},
    {"Taji, Basra", "", "unresolved", "the parent contradicts"},
    {"Qaim", "", "geonames:92138", "article left out"},
    {"Al-Qa'im", "", "geonames:92138", "article and hamza"},
    {"القائم", "", "geonames:92138", "Arabic"},
    {"Sheikh Amir", "", "ambiguous", "two villages 505 km apart"},
    {"Sheikh Amir, Nineveh", "", "geonames:6860785", "the province decides"},
    {"Sheikh Ameer, Nineveh", "", "geonames:6860785", "ee for a long i"},
    {"شيخ امير, Nineveh", "", "geonames:6860785", "Arabic without hamza"},
    {"Şêx Emîr, Nineveh", "", "geonames:6860785", "Kurmanji"},
    {"Qaryat Shaykh Amīr, نينوى", "", "geonames:6860785", "scripts mixed, the parent in Arabic"},
    {"Taji, north of Baghdad", "", "geonames:98414", "a direction that fits"},
    {"30 km sout of Mosul", "", "unresolved", "a direction is not guessed"},
    {"Zummar", "", "geonames:89356", "two entries in one province are one answer"},
    {"Balad", "", "geonames:98112", "the town"},
    {"Balad air base", "", "ourairports:ORBD", "the air base of the same name"},
    {"Kirkuk", "", "geonames:94787", "the city rather than its province"},
    {"Kirkuk province", "", "coarse", "the word asks for the province"},
    {"کەرکووک", "", "geonames:94787", "Sorani"},
    {"Kirkuk air base", "", "ourairports:ORKK", "kind"},
    {"K-1", "", "ourairports:IQ-0026", "a name of a letter and a digit"},
    {"Irbil", "", "geonames:95446", "romanisation"},
    {"Erbil", "", "geonames:95446", "usual English"},
    {"Hewlêr", "", "geonames:95446", "Kurmanji"},
    {"هەولێر", "", "geonames:95446", "Sorani"},
    {"أربيل", "", "geonames:95446", "Arabic"},
    {"ORER", "", "ourairports:ORER", "a code in capitals"},
    {"Ebril", "", "geonames:95446", "a swap in a large city's name"},
    {"Bahgdad", "", "geonames:98182", "a swap"},
    {"Fallujha", "", "geonames:99454", "a swap"},
    {"Ramdi", "", "geonames:98717", "a letter left out"},
    {"Mossoul", "", "geonames:99072", "French"},
    {"الموصل", "", "geonames:99072", "Arabic"},
    {"Мосул", "", "geonames:99072", "Cyrillic"},
    {"Deir ez-Zor", "", "geonames:170794", "assimilated article"},
    {"Dayr az Zawr", "", "geonames:170794", "BGN/PCGN"},
    {"دير الزور", "", "geonames:170794", "Arabic"},
    {"Дейр-эз-Зор", "", "geonames:170794", "Cyrillic"},
    {"Qamishlo", "", "geonames:173377", "Kurmanji"},
    {"Hassaké", "", "geonames:173811", "French"},
    {"Kobanî", "", "geonames:172256", "Kurmanji"},
    {"Ayn al-Arab", "", "geonames:172256", "another name"},
    {"عين العرب", "", "geonames:172256", "Arabic"},
    {"کۆبانی", "", "geonames:172256", "Sorani"},
    {"Şengal", "", "geonames:448149", "Kurdish name of Sinjar"},
    {"Ishaqi", "", "geonames:6782547", "s and h are two letters"},
    {"Tal Afar", "", "geonames:90393", "Tal"},
    {"Tel Afer", "", "geonames:90393", "Tel"},
    {"Tall ‘Afar", "", "geonames:90393", "Tall and ʿayn"},
    {"Khan Sheikhoun", "", "geonames:168325", "Khan"},
    {"خان شيخون", "", "geonames:168325", "Arabic"},
    {"Ar Ruţbah", "", "geonames:98677", "BGN/PCGN"},
    {"Al Habbaniyah air base", "", "ourairports:ORAT", "kind"},
    {"قاعدة عين الاسد", "", "ourairports:ORAA", "Arabic word of kind, hamza left out"},
    {"Ain al-Asad", "", "ourairports:ORAA", "a base of its own name"},
    {"Green Zone", "", "green-zone", "a name that is a kind word"},
    {"Green Village", "", "ourairports:SY-0009", "a base that calls itself a village"},
    {"مطار بغداد الدولي", "", "ourairports:ORBI", "two words of kind"},
    {"حي الكرادة", "", "karrada", "quarter"},
    {"Camp Victory", "", "camp-victory", "the word belongs to the name"},
    {"Victory Base", "", "camp-victory", "a word of kind behind it"},
    {"Victory", "", "unresolved", "an ordinary word alone is no place"},
    {"Victory", "IQ", "camp-victory", "the country is stated"},
    {"Victory, Baghdad", "", "camp-victory", "the province is stated"},
    {"Warrior", "", "unresolved", "an ordinary word alone is no base"},
    {"FOB Warrior", "", "ourairports:ORKK", "the word of kind belongs to the name"},
    {"Anbar", "", "coarse", "a bare province"},
    {"Iran", "", "coarse", "a country's name is the country"},
    {"Iran-backed", "", "unresolved", "no place"},
    {"Georgia", "", "coarse", "the country"},
    {"38SMB4488", "", "resolved", "a grid reference"},
    {"Atlantis", "", "unresolved", "nothing has it"},
    {"Hodeidah", "YE", "hodeidah", "English for Hudaydah"},
    {"Hudaydah", "YE", "hodeidah", "romanised"},
    {"الحديدة", "YE", "hodeidah", "Arabic"},
    {"El Fasher", "SD", "fasher", "French article"},
    {"Al-Fashir", "SD", "fasher", "romanised"},
    {"Bakhmut", "UA", "bakhmut", "its name today"},
    {"Artemivsk", "UA", "bakhmut", "its former name"},
};

/// Places that the curated gazetteer has not.
const std::string elsewhere =
    "place_id,name,kind,latitude,longitude,country,admin1,population\n"
    "hodeidah,Al Ḩudaydah,city,14.80,42.95,YE,Al Hudaydah,617871\n"
    "fasher,El Fasher,city,13.63,25.35,SD,North Darfur,252609\n"
    "bakhmut,Bakhmut,city,48.59,38.00,UA,Donetsk,81000\n"
    "georgia,Georgia,country,42,43.5,GE,,\n"
    "georgia-us,Georgia,province,32.75,-83.5,US,Georgia,\n";
const std::string other_names =
    "place_id,name,language,script,sort\nhodeidah,Hodeidah,en,Latn,alternate\nhodeidah,الحديدة,ar,Arab,"
    "alternate\n"
    "fasher,الفاشر,ar,Arab,alternate\nbakhmut,Artemivsk,uk,Latn,former\n";

}  // namespace

TEST_CASE("hard cases of names find their place, or say why not") {
    const Scratch folder;
    const std::filesystem::path tables = std::filesystem::path(INCIDENTMAP_SOURCE_DIR) / "gazetteer";
    std::vector<std::string> files;
    for (const char* name : {"places.csv", "names.csv", "points.csv", "sources.csv", "areas.geojson"})
        files.push_back((tables / name).string());
    import_gazetteer(ImportFormat::csv, files, folder.path("curated.gpkg"));
    import_gazetteer(ImportFormat::csv,
                     {folder.file("places.csv", elsewhere), folder.file("names.csv", other_names)},
                     folder.path("elsewhere.gpkg"));
    std::vector<Gazetteer> gazetteers;
    gazetteers.push_back(Gazetteer::open(folder.path("curated.gpkg")));
    gazetteers.push_back(Gazetteer::open(folder.path("elsewhere.gpkg")));
    Resolver resolver(std::move(gazetteers));
    CHECK(std::size(cases) >= 60);
    for (const HardCase& one : cases) {
        Query query;
        query.words = one.locality;
        query.country = one.country;
        const Location& found = resolver.resolve(query);
        INFO(one.locality << ": " << one.why << "; it came to " << to_string(found.status) << " "
                          << found.place_id);
        CHECK((found.place_id == one.expected || to_string(found.status) == std::string(one.expected)));
    }
}
