// SPDX-License-Identifier: MIT
// Loads the module that it is given, and asks it where something is.
#include <dlfcn.h>

#include <cstdio>

int main(int argc, char** argv) {
    void* module = argc == 3 ? dlopen(argv[1], RTLD_NOW | RTLD_LOCAL) : nullptr;
    if (module == nullptr) {
        std::fprintf(stderr, "%s\n", argc == 3 ? dlerror() : "usage: loader MODULE WORDS");
        return 1;
    }
    using Ask = const char* (*)(const char*);
    const auto ask = reinterpret_cast<Ask>(dlsym(module, "place_id_of"));
    if (ask == nullptr) return 1;
    std::puts(ask(argv[2]));
}
