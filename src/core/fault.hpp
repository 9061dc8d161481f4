// SPDX-License-Identifier: MIT
#pragma once

#include <exception>
#include <new>
#include <stdexcept>
#include <string>

#include "core/error.hpp"

namespace incidentmap {

/// A mistake of the program itself, in words for whoever meets it: what was being done, with file and row,
/// and that it is not theirs. Caught in `main` only; exit 1.
struct Fault : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// `incidentmap made a mistake while reading row 3 of t.csv (basic_string::substr: …). …`
std::string fault_in_words(const std::string& doing, const std::exception& cause);

/// Runs a part of the work. What it throws that no part of the program means to throw (the standard library's
/// own exceptions) becomes a Fault. \param doing gives `reading row 3 of t.csv`, and is called then only
template <typename Doing, typename Work>
auto blaming_us(const Doing& doing, const Work& work) {
    try {
        return work();
    } catch (const Error&) {
        throw;
    } catch (const UsageError&) {
        throw;
    } catch (const Fault&) {
        throw;
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception& cause) {
        throw Fault{fault_in_words(doing(), cause)};
    }
}

}  // namespace incidentmap
