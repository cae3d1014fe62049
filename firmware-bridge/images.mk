# Images for microcontrollers (`make images`). core/ is compiled once, for the smallest core there is, and those very objects
# go into every image: what runs in QEMU is what is linked for the chip. No C library: the four functions a compiler may
# call are in hal/cortexm/vh_memory.c.
ARM ?= arm-none-eabi-
IMAGES := $(BUILD)/images
ARM_COMMON := $(STRICT) -Os -mthumb -ffreestanding -ffunction-sections -fdata-sections -fno-common \
  -I$(ROOT)core -I$(ROOT)hal -I$(ROOT)hal/cortexm -I$(ROOT)hal/cells -I$(ROOT)hal/serial
ARM_LINK := -mthumb -nostdlib -nostartfiles -Wl,--gc-sections -Wl,--fatal-warnings -L$(ROOT)hal/cortexm
# An uplink holds the answers of all lines.
ARM_bridge := -DVH_SAID_MAX=2048u
CORE_CPU := cortex-m0plus
IMAGE_HEADERS := $(wildcard $(ROOT)core/*.h $(ROOT)hal/*.h $(ROOT)hal/*/*.h $(ROOT)apps/*/*.h)

core_arm := $(patsubst $(ROOT)%.c,$(IMAGES)/core/%.o,$(CORE))

$(IMAGES)/core/%.o: $(ROOT)%.c $(IMAGE_HEADERS)
	@mkdir -p $(dir $@)
	$(ARM)gcc $(ARM_COMMON) -mcpu=$(CORE_CPU) -c $< -o $@

# $(1) image, $(2) board, $(3) program, $(4) cpu, $(5) more sources, $(6) flash limit, $(7) RAM limit, in bytes
define image
$(1)_sources := $$(wildcard $(ROOT)apps/$(3)/*.c $(ROOT)hal/$(2)/*.c) \
  $(ROOT)hal/cortexm/vh_start.c $(ROOT)hal/cortexm/vh_memory.c $(ROOT)hal/cells/vh_cells.c $(5)
$(1)_objects := $$(patsubst $(ROOT)%.c,$(IMAGES)/$(1)/%.o,$$($(1)_sources))
$(IMAGES)/$(1)/%.o: $(ROOT)%.c $(IMAGE_HEADERS)
	@mkdir -p $$(dir $$@)
	$(ARM)gcc $(ARM_COMMON) -mcpu=$(4) -I$(ROOT)hal/$(2) -I$(ROOT)apps/$(3) $(ARM_$(3)) \
	  $$(if $$(findstring vh_memory,$$<),-fno-builtin -fno-tree-loop-distribute-patterns) -c $$< -o $$@
$(IMAGES)/$(1).elf: $$($(1)_objects) $(core_arm) $(ROOT)hal/$(2)/$(2).ld $(ROOT)hal/cortexm/sections.ld
	$(ARM)gcc $(ARM_LINK) -mcpu=$(4) -T $(ROOT)hal/$(2)/$(2).ld $$($(1)_objects) $(core_arm) -lgcc -o $$@
	@bash $(ROOT)check-size.sh $(ARM)size $$@ $(6) $(7) || { rm -f $$@; exit 1; }
image_files += $(IMAGES)/$(1).elf
endef

# Limits: what the emulated board has, and for the bridge what the real chip has (STM32G0B1: 144 KB of RAM).
SYSTICK := $(ROOT)hal/cortexm/vh_systick.c $(ROOT)hal/cells/vh_retained.c
$(eval $(call image,keypad-lm3s6965,lm3s6965,keypad,cortex-m3,$(SYSTICK),65536,65536))
$(eval $(call image,bridge-mps2an385,mps2an385,bridge,cortex-m3,$(SYSTICK),65536,147456))
$(eval $(call image,keypad-stm32g0,stm32g0,keypad,cortex-m0plus,$(wildcard $(ROOT)hal/stm32g0/keypad/*.c),65536,147456))
$(eval $(call image,bridge-stm32g0,stm32g0,bridge,cortex-m0plus,$(wildcard $(ROOT)hal/stm32g0/bridge/*.c),65536,147456))

# The multi-drop line between emulated bridge and keypads; a program of this machine.
HUB := $(BUILD)/hub
$(HUB): $(TESTS)/hub/hub.c
	@mkdir -p $(dir $@)
	$(CC) $(STRICT) -O2 $< -o $@

.PHONY: images
images: $(image_files) $(HUB)
