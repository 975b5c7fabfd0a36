#!/usr/bin/env python3
"""Seals organisation.json under a password as Bitwarden's clients do, with the Python package cryptography: writes pbkdf2.json and argon2id.json
beside this file. Password, salts and initialisation vectors are fixed, so that a second run writes the same files.

    python3 seal.py
"""

import base64
import hashlib
import json
import pathlib

from cryptography.hazmat.primitives import hashes, hmac, padding
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

HERE = pathlib.Path(__file__).parent
PASSWORD = "correct horse \u00fc battery".encode()


def base64_text(data):
    return base64.b64encode(data).decode()


def stretched(master):
    return [HKDFExpand(hashes.SHA256(), 32, info).derive(master) for info in (b"enc", b"mac")]


def sealed(keys, iv, text):
    padder = padding.PKCS7(128).padder()
    encryptor = Cipher(algorithms.AES(keys[0]), modes.CBC(iv)).encryptor()
    ciphertext = encryptor.update(padder.update(text) + padder.finalize()) + encryptor.finalize()
    mac = hmac.HMAC(keys[1], hashes.SHA256())
    mac.update(iv + ciphertext)
    return "2." + "|".join(map(base64_text, (iv, ciphertext, mac.finalize())))


def write(name, header, master):
    keys = stretched(master)
    body = {
        "encrypted": True,
        "passwordProtected": True,
        **header,
        "encKeyValidation_DO_NOT_EDIT": sealed(keys, bytes(range(16)), b"5f8d8cf6-3f5c-4b06-a4a6-1b1f2bb8a4d1"),
        "data": sealed(keys, bytes(range(16, 32)), (HERE / "organisation.json").read_bytes()),
    }
    (HERE / name).write_text(json.dumps(body, indent=2) + "\n")


salt = base64_text(b"salt of sixteen!")
write(
    "pbkdf2.json",
    {"salt": salt, "kdfType": 0, "kdfIterations": 5000, "kdfMemory": None, "kdfParallelism": None},
    hashlib.pbkdf2_hmac("sha256", PASSWORD, salt.encode(), 5000, 32),
)
write(
    "argon2id.json",
    {"salt": salt, "kdfType": 1, "kdfIterations": 2, "kdfMemory": 16, "kdfParallelism": 2},
    Argon2id(
        salt=hashlib.sha256(salt.encode()).digest(), length=32, iterations=2, lanes=2, memory_cost=16 * 1024
    ).derive(PASSWORD),
)
