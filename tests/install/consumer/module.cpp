// SPDX-License-Identifier: MIT
// A module that another program loads while it runs.
#include <incidentmap/incidentmap.hpp>
#include <string>

/// The place id that the words come to; the text stands until the next call.
extern "C" const char* place_id_of(const char* words) {
    static std::string answer;
    try {
        incidentmap::Gazetteers gazetteers = incidentmap::open_gazetteers();
        answer = incidentmap::resolve(gazetteers, words).place_id;
    } catch (const std::exception& error) {
        answer = error.what();
    }
    return answer.c_str();
}
