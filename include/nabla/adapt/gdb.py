"""GDB shows nabla's formulas as people write them: `print f` gives 2*x^2 and not {<No data fields>}.

    (gdb) source <prefix>/include/nabla/adapt/gdb.py

or the same line in ~/.gdbinit. Formulas have no data: all is read from the name of the type, nothing of the program is run or read.
"""
import re

import gdb
import gdb.printing

# How tightly operations bind and what stands between their operands, as include/nabla/print/notation.hpp has it for to_string:
# symbol, level of the whole, least level of the first operand and of the second.
ANY, DISJUNCTION, CONJUNCTION, COMPARISON, SUM, NEGATION, PRODUCT, RAISED, ATOM = range(9)
OPERATORS = {
    "or_op": (" || ", DISJUNCTION, DISJUNCTION, CONJUNCTION),
    "and_op": (" && ", CONJUNCTION, CONJUNCTION, COMPARISON),
    "less_op": (" < ", COMPARISON, SUM, SUM),
    "less_equal_op": (" <= ", COMPARISON, SUM, SUM),
    "greater_op": (" > ", COMPARISON, SUM, SUM),
    "greater_equal_op": (" >= ", COMPARISON, SUM, SUM),
    "plus": (" + ", SUM, SUM, PRODUCT),
    "minus": (" - ", SUM, SUM, PRODUCT),
    "times": ("*", PRODUCT, PRODUCT, RAISED),
    "divides": ("/", PRODUCT, PRODUCT, RAISED),
    "power": ("^", RAISED, ATOM, ATOM),
}
SIGNS = {"negate": ("-", NEGATION, PRODUCT), "not_op": ("!", ATOM, ATOM)}

TOKEN = re.compile(r'\s*(?:(-?\d+)[uUlL]*|((?:\w|::|\(anonymous namespace\)|\{anonymous\})+)|"((?:[^"\\]|\\.)*)"|(.))')
ESCAPE = re.compile(r"\\(?:([0-7]+)|(.))")


class Unknown(Exception):
    """The name of a type is not that of a formula, or is written as no compiler known here does."""


def unescaped(text):
    """The characters between quotes, where bytes may be octal numbers of a char, with its sign."""
    raw = bytearray()
    position = 0
    for escape in ESCAPE.finditer(text):
        raw += text[position:escape.start()].encode()
        raw += bytes([int(escape[1], 8) & 255]) if escape[1] else escape[2].encode()
        position = escape.end()
    return (raw + text[position:].encode()).decode("utf-8", "replace")


class Reader:
    """Reads a type's name as a tree: ("nabla::apply", [arguments]), an integer, or the text of a fixed_string."""

    def __init__(self, name):
        self.tokens = [match.groups() for match in TOKEN.finditer(name)]
        self.at = 0

    def peek(self, sign):
        return self.at < len(self.tokens) and self.tokens[self.at][3] == sign

    def take(self, sign):
        if not self.peek(sign):
            raise Unknown
        self.at += 1

    def argument(self):
        if self.at >= len(self.tokens):
            raise Unknown
        number, name, _, _ = self.tokens[self.at]
        self.at += 1
        if number is not None:
            return int(number)
        if name is None:
            raise Unknown
        arguments = []
        if self.peek("<"):
            self.take("<")
            while not self.peek(">"):
                arguments.append(self.argument())
                if self.peek(","):
                    self.take(",")
            self.take(">")
        if self.peek("{"):
            return self.characters()
        return name, arguments

    def characters(self):
        """{"x"}, or {{120, 0}} with the codes of the characters."""
        depth, text, codes = 0, None, bytearray()
        while True:
            if self.at >= len(self.tokens):
                raise Unknown
            number, _, quoted, sign = self.tokens[self.at]
            self.at += 1
            depth += {"{": 1, "}": -1}.get(sign, 0)
            if quoted is not None:
                text = unescaped(quoted)
            elif number is not None:
                codes.append(int(number) & 255)
            if depth == 0:
                return text if text is not None else bytes(codes).rstrip(b"\0").decode("utf-8", "replace")


def enclosed(written, at_least):
    text, level = written
    return "(" + text + ")" if level < at_least else text


def operation(name, operands):
    short = name.split("::")[-1]
    if name == "nabla::" + short and short in OPERATORS and len(operands) == 2:
        symbol, level, left, right = OPERATORS[short]
        number = re.fullmatch(r"-?\d+(/\d+)?", operands[0][0]) and SUM < left < ATOM
        return enclosed(operands[0], SUM if number else left) + symbol + enclosed(operands[1], right), level
    if name == "nabla::" + short and short in SIGNS:
        symbol, level, inner = SIGNS[short]
        return symbol + enclosed(operands[0], inner), level
    written = short[:-3] if short.endswith("_op") else short
    return (written + "(" + ", ".join(text for text, _ in operands) + ")" if operands else written), ATOM


def write(tree):
    """The text of a formula and how tightly it binds."""
    if not isinstance(tree, tuple):
        raise Unknown
    name, arguments = tree
    if name == "nabla::symbol":
        return arguments[0] + "".join("[%d]" % index for index in arguments[1:]), ATOM
    if name == "nabla::constant":
        numerator, denominator = arguments[0], arguments[1] if len(arguments) > 1 else 1
        level = NEGATION if numerator < 0 else ATOM if denominator == 1 else PRODUCT
        return (str(numerator) if denominator == 1 else "%d/%d" % (numerator, denominator)), level
    if name == "nabla::family":
        return "%s[0..%d]" % (arguments[0], arguments[1] - 1), ATOM
    if name == "nabla::apply":
        return operation(arguments[0][0], [write(operand) for operand in arguments[1:]])
    if name == "nabla::function":
        return "(" + ", ".join(write(variable)[0] for variable in arguments[1:]) + ") -> " + write(arguments[0])[0], ATOM
    if name == "boost::hana::tuple":
        return "(" + ", ".join(write(element)[0] for element in arguments) + ")", ATOM
    raise Unknown


def formula_text(type_name):
    """The formula that a type is, or None."""
    try:
        return write(Reader(type_name).argument())[0]
    except (Unknown, IndexError, TypeError, ValueError, RecursionError):
        return None


class FormulaPrinter:
    def __init__(self, text):
        self.text = text

    def to_string(self):
        return self.text


class FormulaPrinters(gdb.printing.PrettyPrinter):
    kinds = re.compile(r"^nabla::(symbol|constant|family|apply|function)<")

    def __call__(self, value):
        name = value.type.unqualified().strip_typedefs().name
        text = formula_text(name) if name and self.kinds.match(name) else None
        return FormulaPrinter(text) if text is not None else None


def register(objfile=None):
    gdb.printing.register_pretty_printer(objfile, FormulaPrinters("nabla"), replace=True)


register()
