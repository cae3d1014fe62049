/* Reads the text vectors of tests/vectors: `Name = VALUE`, records separated by a blank line, # comments.
   The folder comes from VH_VECTORS (set by the Makefile). */
#ifndef VECTORS_H
#define VECTORS_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define VECTOR_FIELDS 30
#define VECTOR_TEXT 40000

typedef struct {
    char name[32];
    char value[VECTOR_TEXT];
} vector_field;

typedef struct {
    FILE *file;
    int count;
    char comment[128]; /* last comment before the record */
    vector_field fields[VECTOR_FIELDS];
} vector_reader;

static inline void vector_open(vector_reader *r, const char *name)
{
    char path[512];
    const char *folder = getenv("VH_VECTORS");
    snprintf(path, sizeof path, "%s/%s", folder != NULL ? folder : "tests/vectors", name);
    r->file = fopen(path, "r");
    r->count = 0;
    if (r->file == NULL) {
        printf("cannot open %s\n", path);
        exit(1);
    }
}

static inline bool vector_next(vector_reader *r)
{
    static char line[VECTOR_TEXT + 64];
    r->count = 0;
    if (r->file == NULL) {
        return false;
    }
    while (fgets(line, sizeof line, r->file) != NULL) {
        line[strcspn(line, "\r\n")] = '\0';
        char *equals = strchr(line, '=');
        if (line[0] == '#') {
            snprintf(r->comment, sizeof r->comment, "%.100s", line);
        } else if (line[0] == '\0') {
            if (r->count > 0) {
                return true;
            }
        } else if (equals != NULL && r->count < VECTOR_FIELDS) {
            vector_field *f = &r->fields[r->count];
            size_t name_n = (size_t)(equals - line);
            while (name_n > 0 && line[name_n - 1] == ' ') {
                name_n--;
            }
            if (name_n >= sizeof f->name) {
                continue;
            }
            memcpy(f->name, line, name_n);
            f->name[name_n] = '\0';
            char *value = equals + 1;
            while (*value == ' ') {
                value++;
            }
            snprintf(f->value, sizeof f->value, "%s", value);
            r->count++;
        }
    }
    fclose(r->file);
    r->file = NULL;
    return r->count > 0;
}

/* NULL if the record has no such field. */
static inline const char *vector_text(const vector_reader *r, const char *name)
{
    for (int i = 0; i < r->count; i++) {
        if (strcmp(r->fields[i].name, name) == 0) {
            return r->fields[i].value;
        }
    }
    return NULL;
}

static inline unsigned hex_digit(char c)
{
    return c >= 'a' ? (unsigned)(c - 'a') + 10u : c >= 'A' ? (unsigned)(c - 'A') + 10u : (unsigned)(c - '0');
}

static inline size_t hex_bytes(const char *hex, uint8_t *out, size_t capacity)
{
    size_t n = strlen(hex) / 2;
    if (n > capacity) {
        n = capacity;
    }
    for (size_t i = 0; i < n; i++) {
        out[i] = (uint8_t)(hex_digit(hex[2 * i]) * 16u + hex_digit(hex[2 * i + 1]));
    }
    return n;
}

/* A missing field stops the test: a renamed field must not pass in silence. */
static inline size_t vector_bytes(const vector_reader *r, const char *name, uint8_t *out, size_t capacity)
{
    const char *text = vector_text(r, name);
    if (text == NULL) {
        printf("no field %s\n", name);
        exit(1);
    }
    return hex_bytes(text, out, capacity);
}

#endif
