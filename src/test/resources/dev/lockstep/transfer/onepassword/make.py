#!/usr/bin/env python3
"""Writes example.1pux as support.1password.com/1pux-format documents it (version 3): ./make.py, in this folder."""
import json
import zipfile

TRAITS = {"keyboard": "default", "correction": "default", "capitalization": "default"}


def field(title, id, **value):
    return {"title": title, "id": id, "value": value, "guarded": False, "multiline": False,
            "dontGenerate": False, "inputTraits": TRAITS}


def item(uuid, category, title, state="active", details=None, **overview):
    rest = {"loginFields": [], "notesPlain": "", "sections": [], "passwordHistory": []}
    rest.update(details or {})
    return {"uuid": uuid, "favIndex": 0, "createdAt": 1614298956, "updatedAt": 1635346445, "state": state,
            "categoryUuid": category, "details": rest,
            "overview": {"subtitle": "", "title": title, "url": "", "ps": 0, "pbe": 0.0, "pgrng": False, **overview}}


LOGIN = item("fkruyzrldizuqlnavfj3gltfei", "001", "Dropbox", details={
    "loginFields": [
        {"value": "most-secure-password-ever!", "id": "", "name": "password", "fieldType": "P", "designation": "password"},
        {"value": "wendy", "id": "", "name": "username", "fieldType": "T", "designation": "username"},
        {"value": "on", "id": "remember", "name": "", "fieldType": "C"}],
    "notesPlain": "This is a note. *bold*!\nsecond line",
    "sections": [
        {"title": "Security Questions", "name": "oa7oyihmeq6mvtzzjunwkyx5z4", "fields": [
            field("PIN", "CCEF647B399604E8F6Q6C8C3W31AFD407", concealed="12345"),
            field("color", "text1", string="green")]},
        {"title": "", "name": "totp", "fields": [
            field("one-time password", "TOTP_1", totp="otpauth://totp/Dropbox?secret=JBSWY3DPEHPK3PXP")]}],
    "passwordHistory": [{"value": "12345password", "time": 1458322355}, {"value": "older", "time": 1458322350}],
}, url="https://www.dropbox.com/", urls=[{"label": "website", "url": "https://www.dropbox.com/"},
                                         {"label": "", "url": "https://db.tt/"}], tags=["work", "files"])

API = item("apicredential1", "112", "Stripe live", details={
    "notesPlain": "rotate yearly",
    "sections": [{"title": "", "name": "", "fields": [
        field("username", "username", string="apiuser"),
        field("credential", "credential", concealed="fake-api-credential-42"),
        field("type", "type", menu="bearer"),
        field("filename", "filename", string=""),
        field("valid from", "validFrom", date=1767268860),
        field("expires", "expires", date=1798718460),
        field("hostname", "hostname", string="api.example.invalid")]}]})

SSH = item("sshkey1", "114", "Deploy key", details={
    "sections": [{"title": "", "name": "", "fields": [
        field("private key", "private_key", sshKey={
            "privateKey": "-----BEGIN PRIVATE KEY-----\nMIIBfake\n-----END PRIVATE KEY-----\n",
            "metadata": {"privateKey": "-----BEGIN PRIVATE KEY-----\nMIIBfake\n-----END PRIVATE KEY-----\n",
                         "publicKey": "ssh-ed25519 AAAAfake", "fingerprint": "SHA256:fake", "keyType": "ed25519"}})]}]})

NOTE = item("securenote1", "003", "Door", details={"notesPlain": "The code is 1234\n"})

SERVER = item("server1", "110", "db \u00fc \u9375", state="archived", details={
    "sections": [
        {"title": "", "name": "", "fields": [
            field("URL", "url", url="ssh://db.example.invalid"), field("username", "username", string="root"),
            field("password", "password", concealed="pw \"quoted\" \\ \U0001f600")]},
        {"title": "Admin Console", "name": "admin_console", "fields": [
            field("console password", "admin_console_password", concealed="console-pw"),
            field("console password", "empty_one", concealed="")]}]})

DOCUMENT = item("document1", "006", "Contract", details={
    "documentAttributes": {"fileName": "contract.pdf", "documentId": "o2xjvw2q5j2yx6rtpxfjdqopom", "decryptedSize": 11}})

PASSWORD = item("password1", "005", "Wi-Fi", details={"password": "only-a-password", "sections": [
    {"title": "", "name": "", "fields": [
        field("scan", "scan1", file={"fileName": "scan.png", "documentId": "scanid", "decryptedSize": 3}),
        field("linked", "link1", reference="fkruyzrldizuqlnavfj3gltfei"),
        field("from", "mail", email={"email_address": "w@example.invalid", "provider": None}),
        field("home", "addr", address={"street": "1 Way", "city": "Town", "country": "ca", "zip": "", "state": ""})]}]})

CARD = item("card1", "002", "Visa", details={"sections": [{"title": "", "name": "", "fields": [
    field("cardholder name", "cardholder", string="Wendy"), field("number", "ccnum", creditCardNumber="4111111111111111"),
    field("verification number", "cvv", concealed="123"), field("expiry date", "expiry", monthYear=202612)]}]})

PASSKEY = item("passkey1", "001", "Passkey only", details={
    "loginFields": [{"value": "wendy", "id": "", "name": "username", "fieldType": "T", "designation": "username"}],
    "passkey": {"credentialId": "x", "privateKey": "never read"}, "futureThing": {"a": [1]}})

BINNED = item("trash1", "001", "Thrown away", state="trashed", details={"loginFields": [
    {"value": "gone", "id": "", "name": "password", "fieldType": "P", "designation": "password"}]})

OLD_SHAPE = {"item": {**item("old1", "005", "From version 2", details={"password": "v2"}), "trashed": False, "state": "active"},
             "file": {"attrs": {"uuid": "fileold", "name": "old.txt", "type": "txt"}, "path": "files/fileold__old.txt"}}

DATA = {"accounts": [{
    "attrs": {"accountName": "Wendy Appleseed", "name": "Wendy Appleseed", "avatar": "", "email": "w@example.invalid",
              "uuid": "D4RI47B7BJDT25C2LWA7LEJLHZ", "domain": "https://my.1password.com/"},
    "vaults": [
        {"attrs": {"uuid": "rr3lr6c2opoggvrete23q72ahi", "desc": "", "avatar": "", "name": "Personal", "type": "P"},
         "items": [LOGIN, NOTE, PASSWORD, CARD, PASSKEY, BINNED, DOCUMENT]},
        {"items": [API, SSH, SERVER, OLD_SHAPE],
         "attrs": {"uuid": "second", "desc": "", "avatar": "", "name": "Live", "type": "U"}}]}]}

with zipfile.ZipFile("example.1pux", "w", zipfile.ZIP_DEFLATED) as archive:
    def put(name, text):
        archive.writestr(zipfile.ZipInfo(name, (2026, 1, 2, 3, 4, 4)), text, zipfile.ZIP_DEFLATED)

    put("export.attributes", json.dumps({"version": 3, "description": "1Password Unencrypted Export", "createdAt": 1635346445}))
    put("export.data", json.dumps(DATA))
    put("files/o2xjvw2q5j2yx6rtpxfjdqopom__contract.pdf", "not a PDF\n\n")
    put("files/scanid__scan.png", "png")
    put("files/fileold__old.txt", "old")
    put("files/unknown__left.bin", "nobody tells of it")
