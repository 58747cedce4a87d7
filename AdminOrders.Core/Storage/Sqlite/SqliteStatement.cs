using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AdminOrders.Core.Storage.Sqlite;

/// <summary>
/// A statement that is prepared once and asked for its rows again and again, by the engine's own calls. The engine prepares it anew by itself
/// when the schema has changed. For one thread at a time, and one reading at a time.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 engine;
    private readonly sqlite3_stmt statement;
    private readonly SqliteValues binding;
    private readonly string?[] names;
    private readonly SqliteTexts texts;

    /// <param name="engine">The connection.</param>
    /// <param name="sql">One statement.</param>
    /// <param name="binding">Shared by statements that only run, one at a time; null: its own.</param>
    /// <exception cref="SqliteException">The engine does not take it.</exception>
    public SqliteStatement(sqlite3 engine, string sql, SqliteValues? binding = null)
    {
        this.engine = engine;
        this.binding = binding ?? new();
        SqliteCalls.Check(engine, raw.sqlite3_prepare_v3(engine, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement));
        Handle = statement.DangerousGetHandle();
        names = [.. Enumerable.Range(1, raw.sqlite3_bind_parameter_count(statement)).Select(place => raw.sqlite3_bind_parameter_name(statement, place).utf8_to_string())];
        texts = new(raw.sqlite3_column_count(statement));
    }

    /// <summary>For <see cref="SqliteCalls"/>, while this object lives.</summary>
    public IntPtr Handle { get; }

    /// <summary>What its columns said last.</summary>
    public SqliteTexts Texts => texts;

    /// <summary>Its rows with these values, by the place of the parameters.</summary>
    public SqliteRows Read(ReadOnlySpan<object> values)
    {
        Bind(values);
        return new(this);
    }

    /// <summary>Its rows with these values, by the name of the parameters.</summary>
    public SqliteRows Read(IReadOnlyList<KeyValuePair<string, object>> parameters)
    {
        for (var at = 0; at < names.Length; at++)
        {
            SqliteCalls.Check(engine, binding.Bind(Handle, at + 1, ValueOf(names[at], parameters)));
        }

        return new(this);
    }

    /// <summary>Runs it with these values, by the place of the parameters; its rows, if any, are not read.</summary>
    /// <exception cref="SqliteException">The engine's failure: nothing was written.</exception>
    public void Run(ReadOnlySpan<object?> values)
    {
        Bind(values);
        Run();
    }

    /// <summary>The same with the values of several rows, one behind the other.</summary>
    /// <exception cref="SqliteException">The engine's failure: nothing was written.</exception>
    public void Run(ReadOnlySpan<object?[]> rows)
    {
        var place = 0;
        foreach (var row in rows)
        {
            foreach (var value in row)
            {
                SqliteCalls.Check(engine, binding.Bind(Handle, ++place, value));
            }
        }

        if (place != names.Length)
        {
            throw new ArgumentException($"{place} values for {names.Length} parameters.", nameof(rows));
        }

        Run();
    }

    private void Run()
    {
        try
        {
            Step();
        }
        finally
        {
            Reset();
            binding.Forget();
        }
    }

    /// <summary>Goes to the next row; false: there is none.</summary>
    /// <exception cref="SqliteException">The engine's failure.</exception>
    public bool Step() => SqliteCalls.Step(Handle) switch
    {
        raw.SQLITE_ROW => true,
        raw.SQLITE_DONE => false,
        var code => throw SqliteCalls.Failure(engine, code),
    };

    /// <summary>Ends the reading: no row is held, no lock either. What had failed is told where it failed.</summary>
    public void Reset() => _ = SqliteCalls.Reset(Handle);

    public void Dispose() => statement.Dispose();

    private static object ValueOf(string? name, IReadOnlyList<KeyValuePair<string, object>> parameters)
    {
        for (var at = 0; at < parameters.Count; at++)
        {
            if (string.Equals(parameters[at].Key, name, StringComparison.Ordinal))
            {
                return parameters[at].Value;
            }
        }

        throw new ArgumentException($"No value for the parameter {name}.", nameof(parameters));
    }

    private void Bind(ReadOnlySpan<object?> values)
    {
        if (values.Length != names.Length)
        {
            throw new ArgumentException($"{values.Length} values for {names.Length} parameters.", nameof(values));
        }

        for (var at = 0; at < values.Length; at++)
        {
            SqliteCalls.Check(engine, binding.Bind(Handle, at + 1, values[at]));
        }
    }
}
