package org.cordon.stack.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.cordon.stack.processes.Folders;
import org.cordon.stack.processes.HealthCheck;
import org.cordon.stack.processes.Launch;
import org.cordon.stack.processes.OwnerOnly;
import org.cordon.stack.processes.Tool;

/** PostgreSQL with one superuser, whose password only the launcher knows; services get roles. */
public final class PostgresEngine implements Engine {
  private static final String SUPERUSER = "postgres";

  private final EngineFolder engines;
  private final Place place;
  private final String superuserPassword;
  private final Durability durability;

  /** Whether a commit survives a power cut; a test's data need not. */
  public enum Durability {
    FULL,
    NONE
  }

  /** A database with its two roles: the owner migrates, the app role works. */
  public record Database(
      String url, String ownerUser, String ownerPassword, String appUser, String appPassword) {}

  public PostgresEngine(
      EngineFolder engines, Place place, String superuserPassword, Durability durability) {
    this.engines = engines;
    this.place = place;
    this.superuserPassword = superuserPassword;
    this.durability = durability;
  }

  @Override
  public String name() {
    return "postgresql";
  }

  @Override
  public Launch prepare() throws IOException {
    var home = engines.postgresql();
    var data = place.data();
    Files.createDirectories(place.above());
    var runner = Unprivileged.reading(home, place.above());
    if (!Files.exists(data.resolve("PG_VERSION"))) {
      initialise(home, data, runner);
    }
    var command = List.of(home.resolve("bin/postgres").toString(), "-D", data.toString());
    Files.writeString(data.resolve("cordon.conf"), settings());
    runner.own(data);
    return new Launch(
        name(), runner.command(command), Map.of(), data, place.log(), Launch.StopSignal.INT);
  }

  private void initialise(Path home, Path data, Unprivileged runner) throws IOException {
    // What a start that was cut short left behind is no database yet.
    Folders.delete(data);
    OwnerOnly.createDirectory(data);
    runner.own(data);
    var passwordFile = place.data().resolveSibling(".postgresql-password");
    OwnerOnly.write(passwordFile, superuserPassword);
    runner.own(passwordFile);
    try {
      Tool.run(
          name(),
          runner.command(
              List.of(
                  home.resolve("bin/initdb").toString(),
                  "--pgdata=" + data,
                  "--username=" + SUPERUSER,
                  "--pwfile=" + passwordFile,
                  "--auth=scram-sha-256",
                  "--encoding=UTF8",
                  "--locale-provider=builtin",
                  "--locale=C.UTF-8",
                  "--no-sync",
                  "--no-instructions")),
          Map.of(),
          place.log());
    } finally {
      Files.deleteIfExists(passwordFile);
    }
    var configuration = data.resolve("postgresql.conf");
    Files.writeString(configuration, Files.readString(configuration) + "\ninclude 'cordon.conf'\n");
  }

  private String settings() {
    var settings =
        """
        listen_addresses = '127.0.0.1'
        port = %d
        unix_socket_directories = ''
        max_connections = 200
        shared_buffers = 64MB
        dynamic_shared_memory_type = posix
        log_min_messages = warning
        logging_collector = off
        """
            .formatted(place.port());
    return switch (durability) {
      case FULL -> settings;
      case NONE -> settings + "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n";
    };
  }

  @Override
  public HealthCheck health() {
    return () -> {
      try (var connection = connect(SUPERUSER)) {
        return connection.isValid(3);
      } catch (SQLException _) {
        return false;
      }
    };
  }

  /**
   * A database of this engine, whether it is there yet or not.
   *
   * @param name of the database, and in {@code name_owner} and {@code name_app} of the roles
   */
  public Database database(String name, String ownerPassword, String appPassword) {
    return new Database(url(name), name + "_owner", ownerPassword, name + "_app", appPassword);
  }

  /** Makes the database and its roles, or brings their passwords up to date. */
  public void ensure(Database database) {
    var name = plain(database.url().substring(database.url().lastIndexOf('/') + 1));
    try (var connection = connect(SUPERUSER)) {
      ensureRole(connection, database.ownerUser(), database.ownerPassword());
      ensureRole(connection, database.appUser(), database.appPassword());
      if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
        execute(connection, "create database %s owner %s".formatted(name, database.ownerUser()));
      }
      execute(connection, "revoke all on database %s from public".formatted(name));
      execute(connection, "grant connect on database %s to %s".formatted(name, database.appUser()));
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL refused to make the database " + name, e);
    }
  }

  /** Where a database of this engine is reached. */
  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + place.port() + "/" + database;
  }

  private static void ensureRole(Connection connection, String role, String password)
      throws SQLException {
    var there = exists(connection, "select 1 from pg_roles where rolname = ?", role);
    execute(
        connection,
        "%s role %s login password '%s'"
            .formatted(there ? "alter" : "create", plain(role), Secrets.requirePlain(password)));
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (var statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (var rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** These statements take no parameters, so a name must be one that needs no quoting. */
  private static String plain(String name) {
    if (!name.matches("[a-z][a-z0-9_]{0,60}")) {
      throw new IllegalArgumentException("Not a plain name: " + name);
    }
    return name;
  }

  Connection connect(String database) throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", SUPERUSER);
    properties.setProperty("password", superuserPassword);
    properties.setProperty("connectTimeout", "3");
    properties.setProperty("socketTimeout", "30");
    return DriverManager.getConnection(url(database), properties);
  }
}
