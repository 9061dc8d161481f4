// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "core/date.hpp"
#include "table/csv.hpp"

using namespace incidentmap;

namespace {

std::string read(std::string_view text, DateOrder order = DateOrder::unstated) {
    const ReadDate date = read_date(text, order);
    if (const auto* ok = std::get_if<EventDate>(&date)) {
        return to_edtf(*ok) + " = " + to_iso(ok->first) + ".." + to_iso(ok->last);
    }
    return std::get<std::string>(date);
}

bool refused(std::string_view text) { return std::holds_alternative<std::string>(read_date(text)); }

}  // namespace

TEST_CASE("EDTF dates are read with the precision they are written in") {
    CHECK(read("2020-07-27") == "2020-07-27 = 2020-07-27..2020-07-27");
    CHECK(read("2020-02") == "2020-02 = 2020-02-01..2020-02-29");
    CHECK(read("2019") == "2019 = 2019-01-01..2019-12-31");
    CHECK(read("2020-07-24/2020-07-27") == "2020-07-24/2020-07-27 = 2020-07-24..2020-07-27");
    CHECK(read("2019-12/2020-01") == "2019-12-01/2020-01-31 = 2019-12-01..2020-01-31");
    CHECK(read("2020-09-30~") == "2020-09-30~ = 2020-09-30..2020-09-30");
    CHECK(read("2020-07?") == "2020-07~ = 2020-07-01..2020-07-31");
    CHECK(read("2020-07-27/2020-07-27") == "2020-07-27 = 2020-07-27..2020-07-27");
}

TEST_CASE("dates as people and spreadsheets write them are read") {
    CHECK(read("27 July 2020") == read("2020-07-27"));
    CHECK(read("July 27, 2020") == read("2020-07-27"));
    CHECK(read("Monday 27 July 2020") == read("2020-07-27"));
    CHECK(read("27-Jul-2020") == read("2020-07-27"));
    CHECK(read("27th of July 2020") == read("2020-07-27"));
    CHECK(read("Sept 2020") == read("2020-09"));
    CHECK(read("2020/07/27") == read("2020-07-27"));
    CHECK(read("2020-07-27T18:00:00Z") == read("2020-07-27"));
    CHECK(read("2020/07/27 18:00:00") == read("2020-07-27"));
    CHECK(read(" about 27 July 2020 ") == read("2020-07-27~"));
    CHECK(read("27/07/2020") == read("2020-07-27"));
    CHECK(read("07/27/2020") == read("2020-07-27"));
    CHECK(read("27.07.2020") == read("2020-07-27"));
    CHECK(read("04/04/2020") == read("2020-04-04"));
}

TEST_CASE("dates as people write them elsewhere are read too") {
    for (const char* text :
         {"27-Jul-20", "27.07.20", "7/27/20", "20200727", "44039", "27 de julio de 2020", "27 juillet 2020",
          "27 липня 2020", "27 июля 2020", "27 تموز 2020", "٢٧ تموز ٢٠٢٠", "27 Temmuz 2020",
          "27 de julho de 2020", "27 July 2020 23:30", "7/27/2020 6:00 PM", "2020-07-27 00:00:00.000"}) {
        INFO(text);
        CHECK(read(text) == read("2020-07-27"));
    }
    CHECK(read("2020-W31") == read("2020-07-27/2020-08-02"));
    CHECK(read("Q3 2020") == read("2020-07-01/2020-09-30"));
    CHECK(read("2020-07-00") == read("2020-07"));
    CHECK(read("07/2020") == read("2020-07"));
    CHECK(read("early July 2020") == read("2020-07-01/2020-07-10~"));
    CHECK(read("mid-July 2020") == read("2020-07-11/2020-07-20~"));
    CHECK(read("end of July 2020") == read("2020-07-21/2020-07-31~"));
    CHECK(read("summer 2020") == read("2020-06-01/2020-08-31~"));
}

TEST_CASE("spans in words are read, with every dash") {
    for (const char* text :
         {"27-28 July 2020", "27–28 July 2020", "27 — 28 July 2020", "overnight 27-28 July 2020",
          "27 July to 28 July 2020", "27 and 28 July 2020", "July 27-28, 2020", "27, 28 July 2020",
          "2020-07-27 - 2020-07-28", "from 27 to 28 July 2020"}) {
        INFO(text);
        CHECK(read(text) == read("2020-07-27/2020-07-28"));
    }
    CHECK(read("31 December 2019 - 1 January 2020") == read("2019-12-31/2020-01-01"));
    CHECK(read("July-August 2020") == read("2020-07-01/2020-08-31"));
    CHECK(read("2014-2016") == "2014-01-01/2016-12-31 = 2014-01-01..2016-12-31");
}

TEST_CASE("a year of another calendar is told") {
    CHECK(read("1399-05-06").find("Persian") != std::string::npos);
    CHECK(read("1441").find("Islamic") != std::string::npos);
    CHECK(read("2563-07-27").find("Buddhist") != std::string::npos);
}

TEST_CASE("a time with its zone is an instant") {
    CHECK(read_date_text("2020-07-27T18:00:00Z").instant->time_since_epoch().count() == 1595872800);
    CHECK(read_date_text("2020-07-27 21:00+03:00").instant == read_date_text("2020-07-27T18:00:00Z").instant);
    CHECK_FALSE(read_date_text("2020-07-27 21:00").instant);
}

TEST_CASE("a date that can be read as two days is refused until somebody says which") {
    CHECK(read("03/04/2020").find("--dates dmy") != std::string::npos);
    CHECK(read("03/04/2020", DateOrder::day_first) == read("2020-04-03"));
    CHECK(read("03/04/2020", DateOrder::month_first) == read("2020-03-04"));
}

TEST_CASE("what is no date is refused with the text and what would mend it") {
    for (const char* text :
         {"2020-02-30", "2020-13", "soon", "27 July", "31/31/2020", "2020-07-27x", "12", "0000",
          "2020-07-27/2020-07-01", "July", "1 2 2020", "2020-7-27-1", "", "99999-01-01"}) {
        INFO(text);
        CHECK(refused(text));
    }
    CHECK(read("2020-02-30") == "date '2020-02-30' is not in the calendar; give a day that exists");
    CHECK(read("27 July") == "date '27 July' has no year; give one with four digits");
}

TEST_CASE("ACLED's time precision ends at a month") {
    const auto precision = [](std::string_view text) {
        return acled_time_precision(std::get<EventDate>(read_date(text)));
    };
    CHECK(precision("2020-07-27") == 1);
    CHECK(precision("2020-07-27~") == 2);
    CHECK(precision("2020-07-24/2020-07-27") == 2);
    CHECK(precision("2020-07") == 3);
    CHECK(precision("2019") == std::nullopt);
}

TEST_CASE("two dates overlap where they share a day") {
    const auto date = [](std::string_view text) { return std::get<EventDate>(read_date(text)); };
    CHECK(overlap(date("2019-12"), date("2019-12-27")));
    CHECK_FALSE(overlap(date("2019-12-26"), date("2019-12-27")));
}

TEST_CASE("each word of the table of dates is read in its example") {
    CsvReader reader(std::string(INCIDENTMAP_SOURCE_DIR) + "/src/core/tables/date_words.csv", 1);
    int count = 0;
    while (const Row* row = reader.next()) {
        INFO(row->number << ": " << row->cells[4]);
        ++count;
        if (row->cells[0] == "one end" && row->cells[1] == "0") {
            CHECK(read(row->cells[4]).find("one end") != std::string::npos);
            continue;
        }
        CHECK_FALSE(refused(row->cells[4]));
        if (row->cells[0] == "month" && row->cells[1] != "7") {
            const std::string month = (row->cells[1].size() == 1 ? "0" : "") + row->cells[1];
            CHECK(read(row->cells[4]) == read("2020-" + month + "-27"));
        }
        if (row->cells[0] == "weekday") {
            const auto date = std::get<EventDate>(read_date(row->cells[4]));
            CHECK_FALSE(wrong_weekday(row->cells[4], date));
            CHECK(wrong_weekday(row->cells[4],
                                {date.first + std::chrono::days{1}, date.first + std::chrono::days{1}}));
        }
    }
    CHECK(count > 100);
}

TEST_CASE("halves, weeks of a month, and what people add to a day are read") {
    CHECK(read("first half of August 2022") == read("2022-08-01/2022-08-15"));
    CHECK(read("second half of 2022") == read("2022-07-01/2022-12-31"));
    CHECK(read("H1 2022") == read("2022-01-01/2022-06-30"));
    CHECK(read("third quarter 2022") == read("Q3 2022"));
    CHECK(read("week ending 14 August 2022") == read("2022-08-08/2022-08-14"));
    CHECK(read("evening of 9 August 2022") == read("2022-08-09"));
    CHECK(read("9 August 2022, 14:30 local time") == read("2022-08-09"));
    CHECK(read("в ніч на 10 серпня 2022") == read("2022-08-09/2022-08-10"));
    CHECK(read("del 9 al 10 de agosto de 2022") == read("2022-08-09/2022-08-10"));
    CHECK(read("9 آب/أغسطس 2022") == read("2022-08-09"));
    CHECK(read("9 or 10 August 2022") == read("2022-08-09/2022-08-10"));
    CHECK(refused("9 July/August 2022 September"));
    CHECK(refused("first August 2022"));
    CHECK(refused("fifth half of 2022"));
}

TEST_CASE("a week that is counted within a month is of that month, never of the year") {
    // The first seven days are its first week, and so on.
    CHECK(read("2nd week of March 2024") == "2024-03-08/2024-03-14~ = 2024-03-08..2024-03-14");
    for (const char* text :
         {"week 2 of March 2024", "second week of March 2024", "March 2024, 2nd week",
          "2e semaine de mars 2024", "2ème semaine de mars 2024", "2ª semana de marzo de 2024",
          "2a semana de março de 2024", "segunda semana de marzo de 2024", "2-й тиждень березня 2024",
          "другий тиждень березня 2024", "2-я неделя марта 2024", "الأسبوع الثاني من مارس 2024",
          "Mart 2024'ün 2. haftası", "Mart ayının ikinci haftası 2024"}) {
        INFO(text);
        CHECK(read(text) == read("2nd week of March 2024"));
    }
    CHECK(read("3rd week of May 2024") == read("third week of May 2024"));
    CHECK(read("5th week of May 2024") == "2024-05-29/2024-05-31~ = 2024-05-29..2024-05-31");
    CHECK(refused("5th week of February 2023"));
    CHECK(refused("6th week of March 2024"));
    CHECK(read("week 10 of 2024") == read("2024-W10"));
    CHECK(read("10th week of 2024") == read("2024-W10"));
    CHECK(read("week 10 of March 2024") == read("2024-W10"));
    CHECK(read("week 27 July 2020") == read("week of 27 July 2020"));
    CHECK(refused("week 2 March 2024"));
    CHECK(read("week 20-26 May 2024") == read("2024-05-20/2024-05-26"));
    CHECK(refused("week 1-2 of March 2024"));
}

TEST_CASE("days of one month in numbers are read where one reading is possible, else refused") {
    const auto dmy = DateOrder::day_first;
    const auto mdy = DateOrder::month_first;
    CHECK(read("3-5/6/2020", mdy) ==
          "date '3-5/6/2020' can be read in two ways; if it is of one month, write it as "
          "2020-06-03/2020-06-05");
    CHECK(read("3-5/6/2020").find("two ways") != std::string::npos);
    CHECK(read("3-5/6/2020", dmy) == read("2020-06-03/2020-06-05"));
    CHECK(read("6/3-5/2020", mdy) == read("2020-06-03/2020-06-05"));
    CHECK(read("6/3-5/2020").find("two ways") != std::string::npos);
    for (const DateOrder order : {DateOrder::unstated, dmy, mdy}) {
        CHECK(read("20-21.05.2020", order) == read("2020-05-20/2020-05-21"));
        CHECK(read("20 and 21/05/2020", order) == read("2020-05-20/2020-05-21"));
        CHECK(read("12/13-14/2018", order) == read("2018-12-13/2018-12-14"));
        CHECK(read("3-5.06.20", order) == read("2020-06-03/2020-06-05"));
    }
    CHECK(refused("20-21.13.2020"));
    CHECK(refused("21-20.05.2020"));
}

TEST_CASE("spans between two days are read in eight languages") {
    for (const char* text :
         {"between 16 and 21 February 2000", "entre el 16 y el 21 de febrero de 2000",
          "entre le 16 et le 21 février 2000", "entre os dias 16 e 21 de fevereiro de 2000",
          "між 16 та 21 лютого 2000 року", "между 16 и 21 февраля 2000 г.", "بين 16 و21 فبراير 2000",
          "16 ile 21 Şubat 2000 arasında", "desde el 16 hasta el 21 de febrero de 2000"}) {
        INFO(text);
        CHECK(read(text) == read("2000-02-16/2000-02-21"));
    }
}

TEST_CASE("quarters are read as each language writes them") {
    for (const char* text :
         {"T2 2023", "2T 2023", "2º trimestre de 2023", "2e trimestre 2023", "segundo trimestre de 2023",
          "ІІ квартал 2023", "II квартал 2023 року", "2-й квартал 2023", "другий квартал 2023", "2 кв. 2023",
          "во втором квартале 2023", "الربع الثاني من عام 2023", "2023 2. çeyrek", "2023'ün ikinci çeyreği",
          "2Q23", "Q2 23", "Q2'23"}) {
        INFO(text);
        CHECK(read(text) == read("Q2 2023"));
    }
    CHECK(refused("5Q22"));
    CHECK(refused("Q2 on Monday, 20"));
    CHECK(refused("1999/2nd"));
    CHECK(read("النصف الأول من 2022") == read("H1 2022"));
}

TEST_CASE("nights, ends of months, weekends and winters are read in more of people's words") {
    for (const char* text :
         {"noite de 30 para 31 de Dezembro de 2020", "noche del 30 al 31 de diciembre de 2020",
          "30-31 Aralık 2020 gecesi", "night of 30/31.12.2020"}) {
        INFO(text);
        CHECK(read(text) == read("2020-12-30/2020-12-31"));
    }
    CHECK(read("у ніч на 15.02.2023") == read("2023-02-14/2023-02-15"));
    CHECK(read("Wednesday 15/02/2023") == read("2023-02-15"));
    CHECK(read("15.02.2023 р.") == read("2023-02-15"));
    for (const char* text : {"fins de Fevereiro de 2024", "à la fin de février 2024",
                             "a finales de febrero de 2024", "наприкінці лютого 2024", "в конце февраля 2024",
                             "у кінці лютого 2024", "أواخر فبراير 2024", "Şubat 2024 sonunda"}) {
        INFO(text);
        CHECK(read(text) == read("late February 2024"));
    }
    CHECK(read("на початку липня 2020") == read("early July 2020"));
    CHECK(read("у березні 2024") == read("2024-03"));
    CHECK(read("winter 2019/20") == read("winter 2019-2020"));
    CHECK(refused("winter 2019/22"));
    CHECK(read("weekend of 9-10 May 2020") == read("2020-05-09/2020-05-10"));
    CHECK(read("weekend of 9 May 2020") == read("2020-05-09/2020-05-10"));
    CHECK(read("week-end du 9 au 10 mai 2020") == read("2020-05-09/2020-05-10"));
    CHECK(read("fin de semana del 10 de mayo de 2020") == read("2020-05-09/2020-05-10"));
    CHECK(refused("weekend of 12 May 2020"));
}

TEST_CASE("Roman months and remarks on the day are read") {
    CHECK(read("3.V.2020") == read("2020-05-03"));
    CHECK(read("3 XII 2020") == read("2020-12-03"));
    for (const char* text :
         {"May 2020 (exact day unknown)", "May 2020, day unknown", "mai 2020 (jour inconnu)",
          "mayo de 2020 (fecha exacta desconocida)", "maio de 2020 (dia exato desconhecido)",
          "травень 2020 (точна дата невідома)", "май 2020 (точная дата неизвестна)",
          "مايو 2020 (التاريخ غير معروف)", "Mayıs 2020 (kesin tarih bilinmiyor)"}) {
        INFO(text);
        CHECK(read(text) == read("2020-05"));
    }
    CHECK(read("3 May 2020 (exact date unclear)") == read("2020-05-03~"));
    CHECK(refused("exact day unknown"));
    CHECK(read("?/05/2020") == read("2020-05"));
    CHECK(read("3 مايو 2020 م") == read("2020-05-03"));
    CHECK(read("1443/06/18 هـ").find("Islamic") != std::string::npos);
}

TEST_CASE("a time with one end is told for what it is") {
    for (const char* text :
         {"before 5 June 2020", "by 5 June 2020", "since March 2019", "after 10 July 2020",
          "depuis mars 2019", "antes del 5 de junio de 2020", "до 5 июня 2020", "until 2020",
          "після 5 червня 2020", "منذ مارس 2019", "5 Haziran 2020'den önce"}) {
        INFO(text);
        CHECK(read(text).find("one end of a time") != std::string::npos);
    }
}
