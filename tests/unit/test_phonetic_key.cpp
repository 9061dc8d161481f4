// SPDX-License-Identifier: MIT
#include <algorithm>
#include <random>

#include "catch.hpp"
#include "gazetteer/spelling/phonetic_key.hpp"

using namespace incidentmap;

namespace {

/// Each row is one place: all its spellings have one phonetic key.
const std::vector<std::vector<std::string>> one_name = {
    {"Sheikh Amir", "Qaryat Shaykh Amīr", "Shaykh Amir", "Şêx Emîr", "شيخ امير", "قرية شيخ أمير", "شێخ ئەمیر",
     "گوندی شێخ ئەمیر", "Cheikh Amir", "Sheikh Ameer village"},
    {"Erbil", "Arbil", "Irbil", "Arbīl", "Arbeel", "أربيل", "إربيل", "اربیل", "محافظة أربيل",
     "Erbil Province", "Irbil International Airport", "Эрбиль"},
    {"Hewlêr", "Hewler", "Hawler", "Howler", "هەولێر", "هه‌ولێر"},
    {"Saba' al-Bour", "Sabaa Al Bour", "Sab al Bor", "Saba al-Bur", "سبع البور"},
    {"Taji", "At Tājī", "al-Taji", "Camp Taji", "Tadji", "التاجي", "معسكر التاجي", "تاجى"},
    {"Deir ez-Zor", "Dayr az Zawr", "Deir el-Zor", "Deir Ezzor", "Dêra Zor", "دير الزور", "Deïr ez-Zor",
     "Дейр-эз-Зор"},
    {"Qaim", "al-Qa'im", "Al Qā’im", "Al-Qaim district", "القائم", "قضاء القائم", "القايم"},
    {"Kirkuk", "Karkūk", "Kerkûk", "Kerkuk", "كركوك", "کەرکووک", "Киркук"},
    {"Mosul", "Mawsil", "Al Mawşil", "Mûsil", "Mossoul", "الموصل", "مووسڵ", "Мосул"},
    {"Nineveh", "Ninawa", "Nīnawá", "Ninewa", "Ninive", "نينوى", "نینەوا", "Nineveh Governorate"},
    {"Raqqa", "Ar Raqqah", "Rakka", "ar-Raqqa", "Reqa", "الرقة", "Эр-Ракка"},
    {"Hasakah", "Al-Hasaka", "Al Ḩasakah", "Hassaké", "Hesekê", "الحسكة"},
    {"Zakho", "Zaxo", "Zākhū", "زاخو", "زاخۆ"},
    {"Sinjar", "Sinjār", "سنجار"},
    {"Şingal", "Shingal", "Shengal", "شنگال", "شەنگال"},
    {"Haditha", "Ḩadīthah", "Haditah", "Hedîte", "حديثة"},
    {"Fallujah", "Al Fallūjah", "Falluja", "Fellouja", "الفلوجة"},
    {"Salah ad-Din", "Salahuddin", "Salahaddin Province", "Şalāḩ ad Dīn", "صلاح الدين",
     "Salah al-Din Governorate"},
    {"Qamishli", "Al-Qamishli", "Kamishly", "Qamişlo", "القامشلي", "Камышлы"},
    {"Manbij", "Membij", "Menbic", "Manbidj", "منبج"},
    {"Rabia", "Rabī‘ah", "Rabiaa village", "ربيعة", "Rabiah"},
    {"Qayyarah", "Al Qayyārah", "Gayara", "Qaiyara", "القيارة", "Qayyarah air base"},
    {"Qal‘at Sukkar", "Qalat Sukar", "Qal'a Sukkar", "قلعة سكر"},
    {"Abu Kamal", "Albu Kamal", "Al-Bukamal", "Abū Kamāl", "Abou Kamal", "البوكمال", "ابو كمال"},
    {"Hawija", "Al Ḩawījah", "Huwayjah", "Hawidja", "الحويجة"},
    {"Ramadi", "Ar Ramadi", "ar-Ramādī", "Arramadi", "الرمادي"},
    {"Najaf", "An Najaf", "Annajaf", "An-Nadschaf", "النجف"},
    {"Alqosh", "Al Qosh", "Elqosh", "Al-Qush", "القوش"},
    {"Chamchamal", "Çemçemal", "Tchamtchamal", "چەمچەماڵ"},
    {"Sulaymaniyah", "As Sulaymānīyah", "Sulaimaniya", "Souleimaniyé", "Suleymaniye", "السليمانية",
     "Сулеймания"},
    {"Palmyra", "Palmîra", "بالميرا"},
    {"Ghazaliya", "Al-Ghazāliyah", "Rhazaliyé", "الغزالية"},
    {"K1", "K-1", "K1 base", "K-1 Air Base", "ك١"},
    {"Abdullah", "Abd Allāh", "Abdallah", "عبد الله", "عبدالله"},
    {"Abdul Rahman", "‘Abd ar Raḩmān", "Abdurrahman", "Abdelrahman", "عبد الرحمن", "عبدالرحمن",
     "Abd al-Rahman"},
    {"Nasrallah", "Naşr Allāh", "نصر الله", "نصرالله", "نصر ﷲ"},
    {"Al Qaryah", "al-Qarya", "القرية"},
    {"Khan Shaykhun", "Khān Shaykhūn", "Khan Sheikhoun", "خان شيخون"},
    {"Homs", "Ḩimş", "Hims", "حمص", "Хомс"},
    {"Daquq", "Dāqūq", "Dakuk", "داقوق"},
};

/// Names that must not meet.
const std::vector<std::pair<std::string, std::string>> two_names = {
    {"Taji", "Tuz"},
    {"Kirkuk", "Karak"},
    {"Basra", "Busra al-Sham"},
    {"Mosul", "Basra"},
    {"Balad", "Baiji"},
    {"Hit", "Haditha"},
    {"Homs", "Hama"},
    {"Najaf", "Nasiriyah"},
    {"Karbala", "Kirkuk"},
    {"Ramadi", "Rumaila"},
    {"Erbil", "Babil"},
    {"Dohuk", "Daquq"},
    {"Sinjar", "Samarra"},
    {"Tal Afar", "Tal Abyad"},
    {"Tal Afar", "Afrin"},
    {"Rabia", "Rutba"},
    {"Qaim", "Qasim"},
    {"Zakho", "Zangana"},
    {"Halabja", "Aleppo"},
    {"Hawija", "Hawler"},
    {"Baghdad", "Bahdad"},
    {"Khanaqin", "Kanaan"},
    {"Makhmur", "Mahmudiyah"},
    {"Muhammad", "Mahmudiyah"},
    {"Fallujah", "Fao"},
    {"Amarah", "Samarra"},
    {"Kut", "Kufa"},
    {"Diwaniyah", "Diyala"},
    {"Tikrit", "Turkit"},
    {"Idlib", "Adlan"},
    {"Raqqa", "Rawa"},
    {"Raqqa", "Rakha"},
    {"Sheikh Amir", "Sheikh Omran"},
    {"Sheikh Amir", "Amir"},
    {"Shaykh ʻĀmir", "Shaykh Ḩāmid"},
    {"Ghazaliya", "Qazaniya"},
    {"Jalawla", "Jarabulus"},
    {"Sadr", "Sidra al-Kabir"},
    {"Deir ez-Zor", "Deir Hafir"},
    {"K1", "K2"},
    {"Bashiqa", "Bartella"},
    {"Khalis", "Halis"},
    {"Shatra", "Satra"},
    {"كركوك", "كركا"},
    {"شيخ امير", "شيخ حمير"},
    {"حلب", "خلب"},
    {"Jisr", "Qasr"},
};

}  // namespace

TEST_CASE("spellings of one place have one phonetic key") {
    std::size_t pairs = 0;
    for (const auto& spellings : one_name) {
        const std::string expected = phonetic_key(spellings.front()).text;
        CHECK_FALSE(expected.empty());
        for (const std::string& spelling : spellings) {
            INFO(spellings.front() << " / " << spelling);
            CHECK(phonetic_key(spelling).text == expected);
            ++pairs;
        }
    }
    CHECK(pairs - one_name.size() >= 60);
}

TEST_CASE("a letter that stands for two sounds is read both ways") {
    const auto meet = [](const std::string& asked, const std::string& stored) {
        INFO(asked << " / " << stored);
        const std::vector<std::string> others = other_phonetic_keys(asked);
        const std::string wanted = phonetic_key(stored).text;
        CHECK(phonetic_key(asked).text != wanted);
        CHECK(std::find(others.begin(), others.end(), wanted) != others.end());
    };
    meet("Хан-Шейхун", "Khan Shaykhun");
    meet("Kadhimiyah", "Kazimiyah");
    meet("الكاضمية", "Kazimiyah");
    meet("القاظي", "al-Qadi");
    meet("چمچمال", "جمجمال");
    meet("جمجمال", "Chamchamal");
    meet("Chamchamal", "Jamjamal");
    meet("ژالة", "زالة");
    meet("Zhalah", "Zalah");
    CHECK(phonetic_key("Хомс").text == phonetic_key("Homs").text);
    CHECK(other_phonetic_keys("Taji").empty());
    CHECK(other_phonetic_keys("").empty());
}

TEST_CASE("names of different places have different phonetic keys") {
    CHECK(two_names.size() >= 40);
    for (const auto& [a, b] : two_names) {
        INFO(a << " / " << b);
        CHECK(phonetic_key(a).text != phonetic_key(b).text);
    }
}

TEST_CASE("names that only vowels part meet, and are ranked by their letters") {
    CHECK(phonetic_key("Balad").text == phonetic_key("Bilad").text);
    CHECK(phonetic_key("Mosul").text == phonetic_key("Masil").text);
    CHECK(phonetic_key("Baghdad").text == phonetic_key("Baghdadi").text);
}

TEST_CASE("generic words are remembered") {
    const PhoneticKey found = phonetic_key("Qaryat Shaykh Amīr");
    CHECK(found.text == "cxmr");
    REQUIRE(found.set_aside.size() == 1);
    CHECK(found.set_aside[0].words == "Qaryat");
    CHECK(found.set_aside[0].kind == "village");
    CHECK(phonetic_key("Shaykh Amīr").set_aside.empty());
}

TEST_CASE("a name is never without a phonetic key") {
    CHECK(phonetic_key("Camp").text == "camp");
    CHECK(phonetic_key("Air Base").text == "airbase");
    CHECK(phonetic_key("Aoua").text == "aoua");
    CHECK(phonetic_key("Al").text == "l");
    CHECK_FALSE(phonetic_key("Al Al").text.empty());
    CHECK_FALSE(phonetic_key("ع").text.empty());
    CHECK_FALSE(phonetic_key("ال").text.empty());
    CHECK_FALSE(phonetic_key("\xFF").text.empty());
    CHECK(phonetic_key("").text.empty());
    CHECK(phonetic_key("-").text.empty());
}

TEST_CASE("other scripts keep their normal form without spaces") {
    CHECK(phonetic_key("Νέα Σμύρνη").text == normal_form("νεασμυρνη"));
    CHECK(phonetic_key("東京 都").text == "東京都");
    CHECK(phonetic_key("Baghdad בגדד").text == "baghdadבגדד");
}

TEST_CASE("s with a cedilla is sh in Kurdish and ṣād in BGN/PCGN") {
    CHECK(phonetic_key("Al Başrah").text == phonetic_key("Basra").text);
    CHECK(phonetic_key("Şêrwan").text == phonetic_key("Sherwan").text);
    CHECK(phonetic_key("S\u0327êrwan").text == phonetic_key("Sherwan").text);
}

TEST_CASE("a very long name has a phonetic key of bounded length") {
    std::string name;
    for (int i = 0; i < 10'000; ++i) name += "ba";
    CHECK(phonetic_key(name).text.size() <= longest_normal_form);
    CHECK(phonetic_key(std::string(10'000, 'a')).text.size() == longest_normal_form);
    CHECK(phonetic_key(std::string(10'000, ' ')).text.empty());
}

TEST_CASE("any bytes have a phonetic key, and a phonetic key of Latin, Arabic and Cyrillic names is ASCII") {
    std::mt19937 random(5);
    for (int i = 0; i < 20'000; ++i) {
        std::string bytes(random() % 24, ' ');
        for (char& byte : bytes) byte = static_cast<char>(random() % 256);
        const std::string text = phonetic_key(bytes).text;
        INFO(bytes);
        REQUIRE(text.empty() == normal_form(bytes).empty());
        REQUIRE(text.find(' ') == std::string::npos);
    }
    const std::u32string letters = U"abcdhkşçêāʿ' -ابتثجحخشعغقلمنهويةەۆأئءвгджхшия";
    for (int i = 0; i < 20'000; ++i) {
        std::u32string name = U"b";
        while (name.size() < 12) name.push_back(letters[random() % letters.size()]);
        const std::string text = phonetic_key(utf8(name)).text;
        INFO(utf8(name));
        REQUIRE_FALSE(text.empty());
        REQUIRE(std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= 'z'; }));
    }
}
